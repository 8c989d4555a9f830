# Each bench_NAME.c becomes build/PRESET/bin/bench_NAME; `./run bench NAME` builds and runs it from
# the top folder, and it prints a table and writes build/bench/NAME.json.
add_custom_target(benches)
file(GLOB benches CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/bench_*.c)
foreach(file IN LISTS benches)
    get_filename_component(name ${file} NAME_WE)
    add_executable(${name} EXCLUDE_FROM_ALL ${file})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/tests)
    target_link_libraries(${name} PRIVATE bina_static bina_flags)
    add_dependencies(benches ${name})
endforeach()
