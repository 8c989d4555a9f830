bina_unit_test(test_linkage_blocks ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_linkage_blocks.c)
bina_unit_test(test_linkage_judge ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_linkage_judge.c)
bina_unit_test(test_linkage_large ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_linkage_large.c)
bina_unit_test(test_linkage_levels ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_linkage_levels.c)
# In test_linkage_levels every allocation fails once.
target_link_options(test_linkage_levels PRIVATE LINKER:--wrap=malloc,--wrap=calloc)
