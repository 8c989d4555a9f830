bina_unit_test(test_base_status ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_base_status.c)
bina_unit_test(test_base_marks ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_base_marks.c)
bina_unit_test(test_base_options ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_base_options.c)
bina_unit_test(test_base_date ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_base_date.c)
