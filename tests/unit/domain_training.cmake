bina_unit_test(test_domain_training ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_domain_training.c)
bina_unit_test(test_domain_programme_reports
    ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_domain_programme_reports.c)
