bina_unit_test(test_report ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_report.c)
bina_unit_test(test_report_unseen ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_report_unseen.c)
bina_unit_test(test_report_days ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_report_days.c)
