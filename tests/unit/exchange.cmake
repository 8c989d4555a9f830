foreach(topic IN ITEMS arrow csv mapping memory values write yaml)
    bina_unit_test(test_exchange_${topic} ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_exchange_${topic}.c)
endforeach()
target_link_options(test_exchange_memory PRIVATE
    -Wl,--wrap=malloc -Wl,--wrap=calloc -Wl,--wrap=realloc)
if(XLSXWRITER_FOUND AND MINIZIP_FOUND)
    bina_unit_test(test_exchange_workbook ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_exchange_workbook.c)
endif()
