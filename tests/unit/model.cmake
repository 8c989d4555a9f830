bina_unit_test(test_model_record ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_model_record.c)
bina_unit_test(test_model_cursor ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_model_cursor.c)
bina_unit_test(test_model_kinds ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_model_kinds.c)
