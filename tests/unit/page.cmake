bina_unit_test(test_page_html ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_page_html.c)
bina_unit_test(test_page_statement ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_page_statement.c)
bina_unit_test(test_page_memory ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_page_memory.c)
bina_scarce_memory(test_page_memory)
