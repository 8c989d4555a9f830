bina_check_test(test_domain_random unit ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_domain_random.c)
