foreach(topic assets parties follow_up production)
    bina_unit_test(test_domain_${topic} ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_domain_${topic}.c)
endforeach()
