foreach(topic IN ITEMS csv mapping values write yaml)
    bina_unit_test(test_exchange_${topic} ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_exchange_${topic}.c)
endforeach()
