bina_unit_test(test_base_status ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_base_status.c)
