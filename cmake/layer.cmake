# add_layer(NAME USES layer... [WORLD]) makes the library for src/NAME.
#
# Sources include headers as "layer/file.h". Each layer publishes a folder that holds nothing but a link called NAME to
# src/NAME, so a header can be found only by those who link its layer: a crossed layer fails to build.
# WORLD adds only the sources of one sub-folder: web under Emscripten, null elsewhere.
function(add_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 layer "WORLD" "" "USES")

  set(include_root ${PROJECT_BINARY_DIR}/layers/${name})
  file(MAKE_DIRECTORY ${include_root})
  file(CREATE_LINK ${PROJECT_SOURCE_DIR}/src/${name} ${include_root}/${name} SYMBOLIC)

  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp)
  if(layer_WORLD)
    if(EMSCRIPTEN)
      file(GLOB world_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/web/*.cpp)
    else()
      file(GLOB world_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/null/*.cpp)
    endif()
    list(APPEND sources ${world_sources})
  endif()

  add_library(${name} STATIC ${sources})
  add_library(editor::${name} ALIAS ${name})
  set_target_properties(${name} PROPERTIES OUTPUT_NAME webhook_editor_${name} LINKER_LANGUAGE CXX)
  target_include_directories(${name} PUBLIC ${include_root})
  target_link_libraries(${name} PUBLIC ${layer_USES} PRIVATE webhook_editor_options)
  # The WebAssembly has neither exceptions nor RTTI; building the same way natively keeps them from creeping in.
  target_compile_options(${name} PRIVATE -fno-exceptions -fno-rtti)
endfunction()
