bina_unit_test(test_register_load ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_register_load.c)
