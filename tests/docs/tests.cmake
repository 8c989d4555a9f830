# No document points to a file that is not there.
add_test(NAME document_links COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/links ${PROJECT_SOURCE_DIR})
set_tests_properties(document_links PROPERTIES LABELS docs)
