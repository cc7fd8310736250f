# CMake toolchain file for Emscripten: the one script/bootstrap prepared (.deps/env.sh), else the one on PATH.
get_filename_component(webhook_editor_root "${CMAKE_CURRENT_LIST_DIR}/.." ABSOLUTE)
set(environment_file "${webhook_editor_root}/.deps/env.sh")

execute_process(
  COMMAND sh -c "[ ! -r \"$1\" ] || . \"$1\"; command -v em++; echo \"\${EM_CONFIG:-}\"" sh "${environment_file}"
  OUTPUT_VARIABLE found OUTPUT_STRIP_TRAILING_WHITESPACE)
string(REPLACE "\n" ";" found "${found}")
list(GET found 0 compiler)
if(NOT EXISTS "${compiler}")
  message(FATAL_ERROR "Emscripten is missing: neither ${environment_file} nor PATH leads to em++. Run script/bootstrap.")
endif()
list(LENGTH found found_count)
if(found_count GREATER 1)
  list(GET found 1 configuration)
endif()

file(REAL_PATH "${compiler}" compiler)
get_filename_component(EMSCRIPTEN_ROOT_PATH "${compiler}" DIRECTORY)
if(configuration)
  # The tools read this when CMake asks for their version; the builds get it as an option, so that they do not depend
  # on the environment they are started from.
  set(ENV{EM_CONFIG} "${configuration}")
  set(CMAKE_C_FLAGS_INIT "--em-config ${configuration}")
  set(CMAKE_CXX_FLAGS_INIT "--em-config ${configuration}")
endif()
include("${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake")

if(configuration)
  # emar and emranlib have no such option, but are only LLVM's with another name. As rules, because Emscripten's own
  # file is read once more later and would set the programs back.
  file(STRINGS "${configuration}" llvm_root REGEX "^LLVM_ROOT *=")
  string(REGEX REPLACE "^[^'\"]*['\"]([^'\"]+)['\"].*$" "\\1" llvm_root "${llvm_root}")
  set(CMAKE_CXX_ARCHIVE_CREATE "${llvm_root}/llvm-ar qc <TARGET> <LINK_FLAGS> <OBJECTS>")
  set(CMAKE_CXX_ARCHIVE_APPEND "${llvm_root}/llvm-ar q <TARGET> <LINK_FLAGS> <OBJECTS>")
  set(CMAKE_CXX_ARCHIVE_FINISH "${llvm_root}/llvm-ranlib <TARGET>")
endif()
