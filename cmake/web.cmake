# add_web_program(NAME SOURCES file... USES library...) makes NAME.js and NAME.wasm for browsers.
# add_web_module(NAME SOURCES file... USES library...) makes NAME.wasm, which needs no JavaScript of Emscripten's.
# add_site(TARGET PROGRAM program [MODULES module...] [SIGN_IN_FIRST] FOLDER folder) brings them and web/ together in a folder any web
# host can serve.
set(library_js ${PROJECT_SOURCE_DIR}/src/platform/web/library.js)

# noExitRuntime is in the list of what the loader takes although nobody sets it: without it the loader believes that the
# program has ended as soon as main has returned and the first request is over, and ignores all that comes later.
function(add_web_program name)
  cmake_parse_arguments(PARSE_ARGV 1 program "" "" "SOURCES;USES")
  add_executable(${name} ${program_SOURCES})
  target_link_libraries(${name} PRIVATE ${program_USES} platform webhook_editor_options)
  target_link_options(
    ${name}
    PRIVATE
    -sENVIRONMENT=web
    -sFILESYSTEM=0
    -sMIN_WEBGL_VERSION=2
    -sMAX_WEBGL_VERSION=2
    -sDYNAMIC_EXECUTION=0
    -sFETCH=1
    -sFETCH_SUPPORT_INDEXEDDB=0
    -sMODULARIZE
    -sEXPORT_ES6
    -sEXPORT_NAME=createEditor
    -sEXPORTED_RUNTIME_METHODS=HEAPU8
    -sINCOMING_MODULE_JS_API=instantiateWasm,noExitRuntime,onAbort
    -sSTACK_SIZE=512kb
    -sALLOW_MEMORY_GROWTH
    -sINITIAL_MEMORY=16mb
    --js-library
    ${library_js})
  set_target_properties(${name} PROPERTIES LINK_DEPENDS ${library_js})
  if(CMAKE_BUILD_TYPE STREQUAL "MinSizeRel")
    # emmalloc is a third of the default allocator's size; nothing here allocates enough for that to be felt.
    target_link_options(${name} PRIVATE -sMALLOC=emmalloc -sGL_TRACK_ERRORS=0 -sSUPPORT_LONGJMP=0)
  else()
    target_link_options(${name} PRIVATE -sASSERTIONS=1 -sSTACK_OVERFLOW_CHECK=2)
  endif()
endfunction()

function(add_web_module name)
  cmake_parse_arguments(PARSE_ARGV 1 module "" "" "SOURCES;USES")
  add_executable(${name} ${module_SOURCES})
  set_target_properties(${name} PROPERTIES SUFFIX .wasm)
  target_link_libraries(${name} PRIVATE ${module_USES} webhook_editor_options)
  target_link_options(
    ${name}
    PRIVATE
    -sSTANDALONE_WASM
    --no-entry
    -sFILESYSTEM=0
    -sSTACK_SIZE=256kb
    -sALLOW_MEMORY_GROWTH
    -sINITIAL_MEMORY=4mb)
  if(CMAKE_BUILD_TYPE STREQUAL "MinSizeRel")
    target_link_options(${name} PRIVATE -sMALLOC=emmalloc)
  endif()
endfunction()

function(add_site target)
  cmake_parse_arguments(PARSE_ARGV 1 site "SIGN_IN_FIRST" "PROGRAM;FOLDER" "MODULES")
  set(module_files "")
  foreach(module ${site_MODULES})
    list(APPEND module_files $<TARGET_FILE:${module}>)
  endforeach()
  file(GLOB_RECURSE pages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/web/*)
  set(stamp ${PROJECT_BINARY_DIR}/${target}.stamp)
  add_custom_command(
    OUTPUT ${stamp}
    COMMAND node ${PROJECT_SOURCE_DIR}/cmake/site.mjs $<$<BOOL:${site_SIGN_IN_FIRST}>:--sign-in-first>
            ${PROJECT_SOURCE_DIR}/web ${site_FOLDER}
            $<TARGET_FILE:${site_PROGRAM}> ${module_files}
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    DEPENDS ${site_PROGRAM} ${site_MODULES} ${pages} ${PROJECT_SOURCE_DIR}/cmake/site.mjs
    COMMENT "Making ${site_FOLDER}"
    COMMAND_EXPAND_LISTS VERBATIM)
  add_custom_target(${target} DEPENDS ${stamp})
endfunction()
