# add_test_program(NAME SOURCES file... USES library...) makes one GoogleTest program and registers it as one test: a process
# for each of its tests would cost more than most of them do. Run one as `unit_editor --gtest_filter=Saving.*`.
#
# Natively the tests are shuffled, so that none can depend on another; what was the order is printed as "random seed".

if(EMSCRIPTEN)
  # Debian's googletest package brings the sources, which are built here with the same compiler as the tests.
  add_library(gtest_for_tests STATIC /usr/src/googletest/googletest/src/gtest-all.cc
                                     /usr/src/googletest/googletest/src/gtest_main.cc)
  target_include_directories(gtest_for_tests SYSTEM PUBLIC /usr/src/googletest/googletest/include
                             PRIVATE /usr/src/googletest/googletest)
  target_compile_options(gtest_for_tests PRIVATE -w)
  target_compile_definitions(gtest_for_tests PUBLIC GTEST_HAS_PTHREAD=0 GTEST_HAS_EXCEPTIONS=0 GTEST_HAS_RTTI=0)
else()
  find_package(GTest REQUIRED)
  add_library(gtest_for_tests INTERFACE)
  target_link_libraries(gtest_for_tests INTERFACE GTest::gtest GTest::gtest_main)
endif()

function(add_test_program name)
  cmake_parse_arguments(PARSE_ARGV 1 program "" "" "SOURCES;USES")
  add_executable(${name} ${program_SOURCES})
  target_link_libraries(${name} PRIVATE ${program_USES} gtest_for_tests webhook_editor_options)
  if(EMSCRIPTEN)
    # package.json makes .js a module, which Emscripten's loader for Node is not.
    set_target_properties(${name} PROPERTIES SUFFIX ".cjs")
    target_link_options(${name} PRIVATE -sENVIRONMENT=node -sSTACK_SIZE=1mb -sALLOW_MEMORY_GROWTH -sASSERTIONS=1
                        -sEXIT_RUNTIME=1)
    add_test(NAME ${name} COMMAND node $<TARGET_FILE:${name}>)
  else()
    add_test(NAME ${name} COMMAND ${name} --gtest_shuffle)
  endif()
endfunction()
