bina_unit_test(test_linkage_run ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_linkage_run.c)
bina_unit_test(test_linkage_index ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_linkage_index.c)
bina_unit_test(test_linkage_score ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_linkage_score.c)
bina_unit_test(test_linkage_model ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_linkage_model.c)
