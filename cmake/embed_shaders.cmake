# Writes OUTPUT, a C++ header with the text of each of SOURCES (a list) in NAMESPACE. Comments and indentation are left
# out: nobody reads them in the browser.
set(text "// Generated from the shaders folder by cmake/embed_shaders.cmake.\n#pragma once\n\nnamespace ${NAMESPACE} {\n")
foreach(source IN LISTS SOURCES)
  get_filename_component(name ${source} NAME_WE)
  string(REGEX MATCH "\\.(vert|frag)\\." stage ${source})
  set(stage ${CMAKE_MATCH_1})
  file(READ ${source} code)
  string(REGEX REPLACE "//[^\n]*" "" code "${code}")
  string(REGEX REPLACE "\n[ \t\n]+" "\n" code "${code}")
  string(APPEND text "inline constexpr const char* ${name}_${stage} = R\"glsl(${code})glsl\";\n")
endforeach()
string(APPEND text "}\n")
file(WRITE ${OUTPUT} "${text}")
