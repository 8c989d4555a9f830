bina_unit_test(test_domain_market ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_domain_market.c)
bina_unit_test(test_domain_credit ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_domain_credit.c)
