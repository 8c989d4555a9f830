# What was published stays: the lists in this folder, against what was built.

# Every function a public header promises is in the library, and nothing else is.
add_test(NAME exports COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/exports $<TARGET_FILE:bina>
    ${PROJECT_SOURCE_DIR}/include ${CMAKE_BINARY_DIR}/include)
set_tests_properties(exports PROPERTIES LABELS golden)
