foreach(topic policies aside classify import reconcile people review review_import cases
        submission undo verdicts places match)
    bina_unit_test(test_register_${topic} ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_register_${topic}.c)
    target_compile_definitions(test_register_${topic}
        PRIVATE BINA_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
endforeach()
if(XLSXWRITER_FOUND)
    bina_unit_test(test_register_confirm ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_register_confirm.c)
endif()
