bina_unit_test(test_domain_grants ${CMAKE_CURRENT_LIST_DIR}/test_domain_grants.c)
bina_unit_test(test_domain_help ${CMAKE_CURRENT_LIST_DIR}/test_domain_help.c)
bina_unit_test(test_report_grants ${CMAKE_CURRENT_LIST_DIR}/test_report_grants.c)
