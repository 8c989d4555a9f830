# Each fuzz_NAME.c is tried over the files of corpus/NAME/ (see replay.c). A file that once broke a
# reader stays there, named after what it was. `./run fuzz NAME SECONDS` looks for new ones with
# clang's engine and adds them.
file(GLOB fuzzers CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/fuzz_*.c)
foreach(file IN LISTS fuzzers)
    get_filename_component(name ${file} NAME_WE)
    string(REPLACE fuzz_ "" corpus ${name})
    add_executable(${name} ${file})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/tests)
    target_link_libraries(${name} PRIVATE bina_static bina_flags)
    if(BINA_FUZZ)
        target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    else()
        target_sources(${name} PRIVATE ${CMAKE_CURRENT_LIST_DIR}/replay.c)
        add_test(NAME ${name} COMMAND ${name} ${CMAKE_CURRENT_LIST_DIR}/corpus/${corpus})
        set_tests_properties(${name} PROPERTIES LABELS fuzz)
    endif()
endforeach()
