# No document points to a file that is not there.
add_test(NAME document_links COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/links ${PROJECT_SOURCE_DIR})
set_tests_properties(document_links PROPERTIES LABELS docs)

# No document shows a program that is not the one the tests run.
add_test(NAME document_samples COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/samples ${PROJECT_SOURCE_DIR})
set_tests_properties(document_samples PROPERTIES LABELS docs)

# The program of docs/grants.md: 30 million are asked of a fund of 25.
bina_check_test(document_grants docs ${CMAKE_CURRENT_LIST_DIR}/approve.c)
set_tests_properties(document_grants PROPERTIES
    WORKING_DIRECTORY ${CMAKE_CURRENT_LIST_DIR}
    PASS_REGULAR_EXPRESSION "^fund.ceiling: the fund APBD 2021 has a ceiling of Rp 25.000.000")

# The program of docs/programmes.md.
bina_check_test(document_programmes docs ${CMAKE_CURRENT_LIST_DIR}/propose.c)
set_tests_properties(document_programmes PROPERTIES
    WORKING_DIRECTORY ${CMAKE_CURRENT_LIST_DIR}
    PASS_REGULAR_EXPRESSION "^1. 48: asked for it .5 of 5.; the place has the potential .4 of 5.")

# The program of docs/matching.md, beside a register that the command line makes.
if(TARGET bina_cli)
    add_executable(document_matching ${CMAKE_CURRENT_LIST_DIR}/match.c)
    target_link_libraries(document_matching PRIVATE bina_static bina_flags)
    add_test(NAME document_matching COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/match
        $<TARGET_FILE:bina_cli> $<TARGET_FILE:document_matching>)
    set_tests_properties(document_matching PROPERTIES LABELS docs)
endif()
