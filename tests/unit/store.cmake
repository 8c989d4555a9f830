foreach(topic number basics query log dated file many)
    bina_unit_test(test_store_${topic} ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_store_${topic}.c)
endforeach()
