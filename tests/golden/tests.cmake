# What was published stays: files of the tree against what is printed from the code.
# `./run refresh` writes them anew: first model.h, which the library is compiled with, then the rest.
set(golden ${CMAKE_CURRENT_LIST_DIR})
add_custom_target(refresh)
add_custom_target(refresh_model)

# bina_printed(NAME TARGET same|growing FILE COMMAND...): the test printed_NAME, and a step of TARGET.
function(bina_printed name target rule file)
    add_test(NAME printed_${name}
        COMMAND sh ${golden}/printed check ${rule} ${PROJECT_SOURCE_DIR}/${file} ${ARGN})
    set_tests_properties(printed_${name} PROPERTIES LABELS golden)
    add_custom_target(${target}_${name}
        COMMAND sh ${golden}/printed refresh ${rule} ${PROJECT_SOURCE_DIR}/${file} ${ARGN} VERBATIM)
    add_dependencies(${target} ${target}_${name})
endfunction()

bina_printed(header refresh_model same include/bina/model.h $<TARGET_FILE:print_model>)
bina_printed(dictionary refresh same docs/data-dictionary.md $<TARGET_FILE:print_dictionary>)
bina_printed(reports refresh same docs/reports.md $<TARGET_FILE:print_reports>)
bina_printed(cli refresh same docs/cli.md
    sh ${PROJECT_SOURCE_DIR}/tools/print_cli $<TARGET_FILE:bina_cli>)
bina_printed(fields refresh growing tests/golden/fields.lock $<TARGET_FILE:print_dictionary> lock)
bina_printed(symbols refresh growing tests/golden/symbols.txt
    sh ${golden}/symbols $<TARGET_FILE:bina>)

# Every function a public header promises is in the library, and nothing else is.
add_test(NAME exports COMMAND sh ${golden}/exports $<TARGET_FILE:bina>
    ${PROJECT_SOURCE_DIR}/include ${CMAKE_BINARY_DIR}/include)
set_tests_properties(exports PROPERTIES LABELS golden)

add_test(NAME printed_refuses COMMAND sh ${golden}/printed_refuses)
set_tests_properties(printed_refuses PROPERTIES LABELS golden)
