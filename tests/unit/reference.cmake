bina_unit_test(test_reference_regions ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_reference_regions.c)
bina_unit_test(test_reference_check ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_reference_check.c)
bina_unit_test(test_reference_lookup ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_reference_lookup.c)
