bina_unit_test(test_rules_check ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_rules_check.c)
