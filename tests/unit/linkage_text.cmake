bina_unit_test(test_linkage_similarity ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_linkage_similarity.c)
bina_unit_test(test_linkage_standardise ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_linkage_standardise.c)
bina_unit_test(test_linkage_role ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_linkage_role.c)
bina_unit_test(test_linkage_similar ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_linkage_similar.c)
