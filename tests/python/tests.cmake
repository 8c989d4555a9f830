# The stubs of the Python package, printed from what the built package says of itself.
if(TARGET bina_python)
    foreach(stub IN ITEMS kinds errors)
        bina_printed(stub_${stub} refresh same bindings/python/bina/${stub}.pyi
            ${BINA_STUB_PRINTER} ${stub})
        add_dependencies(refresh_stub_${stub} bina_python)
    endforeach()
endif()
