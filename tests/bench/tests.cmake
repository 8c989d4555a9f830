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

# The lists of the linkage benches: make_lists ROWS SEED FOLDER.
add_executable(make_lists EXCLUDE_FROM_ALL ${CMAKE_CURRENT_LIST_DIR}/make_lists.c
                                           ${CMAKE_CURRENT_LIST_DIR}/made_rows.c
                                           ${CMAKE_CURRENT_LIST_DIR}/made_up.c)
target_link_libraries(make_lists PRIVATE bina_flags m)
add_dependencies(benches make_lists)
