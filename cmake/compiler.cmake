# How everything of ours is compiled. Libraries of others get none of these warnings.
add_library(webhook_editor_options INTERFACE)
target_compile_options(
  webhook_editor_options
  INTERFACE -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
            -Woverloaded-virtual -Wnull-dereference -Wunused)

if(WEBHOOK_EDITOR_SANITIZE)
  # Everything, dependencies included, so that containers passed between them agree about their annotations.
  add_compile_options(-fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined -fno-sanitize=vptr)
endif()

if(EMSCRIPTEN)
  add_compile_options(-fno-exceptions -fno-rtti)
  if(CMAKE_BUILD_TYPE STREQUAL "MinSizeRel")
    # The instructions are in every browser with WebGL 2 that is still kept up (Safari since 15).
    add_compile_options(-Oz -flto -fno-threadsafe-statics -mbulk-memory -mnontrapping-fptoint)
    add_link_options(-Oz -flto)
  endif()
endif()
