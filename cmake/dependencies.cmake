# Libraries of others, as script/bootstrap lays them out in .deps.
set(DEPENDENCIES_DIR ${PROJECT_SOURCE_DIR}/.deps)

# nlohmann/json: parsing without exceptions, so every result is checked.
add_library(nlohmann_json INTERFACE)
target_include_directories(nlohmann_json SYSTEM INTERFACE ${DEPENDENCIES_DIR}/include)
target_compile_definitions(nlohmann_json INTERFACE JSON_NOEXCEPTION JSON_DIAGNOSTICS=0 JSON_USE_IMPLICIT_CONVERSIONS=0)

# tl::expected: std::expected for C++20.
add_library(tl_expected INTERFACE)
target_include_directories(tl_expected SYSTEM INTERFACE ${DEPENDENCIES_DIR}/include)

# Dear ImGui, its core only: text, input and the renderer are ours.
set(imgui_dir ${DEPENDENCIES_DIR}/imgui)
set(imgui_sources ${imgui_dir}/imgui.cpp ${imgui_dir}/imgui_draw.cpp ${imgui_dir}/imgui_widgets.cpp)
set(imgui_own ${PROJECT_SOURCE_DIR}/src/gui/imgui)
if(EMSCRIPTEN AND CMAKE_BUILD_TYPE STREQUAL "MinSizeRel")
  set_source_files_properties(${imgui_sources} PROPERTIES COMPILE_OPTIONS "-include;${imgui_own}/replaceable.h")
  list(APPEND imgui_sources ${imgui_own}/leave_outs.cpp)
else()
  list(APPEND imgui_sources ${imgui_dir}/imgui_tables.cpp)
endif()
add_library(imgui STATIC ${imgui_sources})
target_compile_definitions(imgui PRIVATE IMGUI_DEFINE_MATH_OPERATORS)
target_include_directories(imgui SYSTEM PUBLIC ${imgui_dir})
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="${imgui_own}/config.h")
target_compile_options(imgui PRIVATE -w)
