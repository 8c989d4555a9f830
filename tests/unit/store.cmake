foreach(topic number basics advance query log dated file targets many memory disk)
    bina_unit_test(test_store_${topic} ${CMAKE_CURRENT_SOURCE_DIR}/unit/test_store_${topic}.c)
endforeach()
bina_scarce_memory(test_store_memory)
