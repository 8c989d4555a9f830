foreach(topic number basics query log dated file targets many)
    bina_unit_test(test_store_${topic} ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_store_${topic}.c)
endforeach()
# These fail every allocation and every write in turn: hundreds of openings, minutes under valgrind,
# whose leaks ASan sees as well.
foreach(topic memory disk)
    bina_check_test(test_store_${topic} unit ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_store_${topic}.c)
endforeach()
target_link_options(test_store_memory PRIVATE -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc)
