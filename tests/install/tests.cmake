# The installed package, used by projects that know nothing of this tree.
if(NOT BINA_SANITIZE AND NOT BINA_COVERAGE)
    add_test(NAME install COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/check ${CMAKE_BINARY_DIR}
        ${PROJECT_VERSION} ${CMAKE_INSTALL_LIBDIR})
    set_tests_properties(install PROPERTIES LABELS install)
endif()
