# add_shaders(TARGET HEADER NAMESPACE file...) checks GLSL sources with glslangValidator and gives them to TARGET as
# string constants in HEADER: shaders/ui.vert.glsl becomes NAMESPACE::ui_vert.
find_program(GLSLANG_VALIDATOR glslangValidator REQUIRED)

function(add_shaders target header namespace)
  set(output_dir ${PROJECT_BINARY_DIR}/generated/${target})
  set(output ${output_dir}/${header})
  set(checks "")
  foreach(source IN LISTS ARGN)
    get_filename_component(name ${source} NAME)
    string(REGEX MATCH "\\.(vert|frag)\\." stage ${name})
    list(APPEND checks COMMAND ${GLSLANG_VALIDATOR} -S ${CMAKE_MATCH_1} ${source})
  endforeach()
  add_custom_command(
    OUTPUT ${output} ${checks}
    COMMAND ${CMAKE_COMMAND} "-DSOURCES=${ARGN}" -DOUTPUT=${output} -DNAMESPACE=${namespace} -P
            ${PROJECT_SOURCE_DIR}/cmake/embed_shaders.cmake
    DEPENDS ${ARGN} ${PROJECT_SOURCE_DIR}/cmake/embed_shaders.cmake
    COMMENT "Checking shaders"
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
  target_include_directories(${target} PRIVATE ${output_dir})
endfunction()
