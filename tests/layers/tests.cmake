# The rooms of src/ include only what the table in `check` lets them.
add_test(NAME layers COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/check ${PROJECT_SOURCE_DIR})
# The same check over a tree that breaks each rule once: every line of `expected` must be found.
add_test(NAME layers_finds_faults
    COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/check ${CMAKE_CURRENT_LIST_DIR}/broken
        ${CMAKE_CURRENT_LIST_DIR}/broken/expected)
set_tests_properties(layers layers_finds_faults PROPERTIES LABELS layer)
