bina_unit_test(test_exchange_csv ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_exchange_csv.c)
bina_unit_test(test_exchange_write ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_exchange_write.c)
