foreach(topic number basics query log dated file many disk)
    bina_unit_test(test_store_${topic} ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_store_${topic}.c)
endforeach()
# Fails every allocation in turn: hundreds of openings, whose leaks ASan sees as well as valgrind.
bina_check_test(test_store_memory unit ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_store_memory.c)
target_link_options(test_store_memory PRIVATE -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc)
