bina_unit_test(test_rules_check ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_rules_check.c)
bina_unit_test(test_rules_size ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_rules_size.c)
bina_unit_test(test_rules_policy ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_rules_policy.c)
bina_unit_test(test_rules_periods ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_rules_periods.c)
