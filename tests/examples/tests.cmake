# Every story of examples/ runs as it stands, with the command line and the bindings of this build.
if(BINA_BINDINGS AND NOT BINA_SANITIZE)
    file(GLOB stories CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/examples/*/run)
    foreach(story IN LISTS stories)
        get_filename_component(folder ${story} DIRECTORY)
        get_filename_component(name ${folder} NAME)
        add_test(NAME example_${name} COMMAND sh ${story} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
        set_tests_properties(example_${name} PROPERTIES LABELS example
            ENVIRONMENT BINA_BUILD=${CMAKE_BINARY_DIR}
            ENVIRONMENT_MODIFICATION
            "PATH=path_list_prepend:${PROJECT_SOURCE_DIR}/build/venv/bin;PATH=path_list_prepend:${CMAKE_BINARY_DIR}/bin;PYTHONPATH=path_list_prepend:${CMAKE_BINARY_DIR}/python;LUA_PATH=string_prepend:${CMAKE_BINARY_DIR}/lua/?.lua\;\;;LUA_CPATH=string_prepend:${CMAKE_BINARY_DIR}/lua/?.so\;\;")
    endforeach()
endif()
