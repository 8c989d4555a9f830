foreach(topic number basics advance query log dated file targets many memory disk)
    bina_unit_test(test_store_${topic} ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_store_${topic}.c)
endforeach()
# This one fails every allocation in turn.
target_link_options(test_store_memory PRIVATE -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc)
