# Every public header compiles alone and twice, under the strictest flags, in C11 and in C++17:
# whoever includes one header must not need to know of another.
file(GLOB public_headers CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/include
    ${PROJECT_SOURCE_DIR}/include/*.h ${PROJECT_SOURCE_DIR}/include/bina/*.h)
list(APPEND public_headers bina/version.h)
find_program(BINA_CXX NAMES c++ g++ clang++)
if(NOT BINA_CXX)
    set(BINA_CXX c++)
endif()

set(strict -fsyntax-only -Wall -Wextra -Wconversion -Wshadow -Wundef -pedantic-errors -Werror
    -I${PROJECT_SOURCE_DIR}/include -I${CMAKE_BINARY_DIR}/include)
foreach(header IN LISTS public_headers)
    string(MAKE_C_IDENTIFIER ${header} name)
    set(alone ${CMAKE_BINARY_DIR}/headers/${name})
    foreach(language IN ITEMS c cpp)
        file(WRITE ${alone}.${language}.new
            "#include <${header}>\n#include <${header}>\nextern int bina_alone;\nint bina_alone;\n")
        configure_file(${alone}.${language}.new ${alone}.${language} COPYONLY)
    endforeach()
    add_test(NAME header_c11_${name}
        COMMAND ${CMAKE_C_COMPILER} -std=c11 -Wstrict-prototypes -Wmissing-prototypes ${strict} ${alone}.c)
    add_test(NAME header_cpp17_${name} COMMAND ${BINA_CXX} -std=c++17 ${strict} ${alone}.cpp)
    set_tests_properties(header_c11_${name} header_cpp17_${name} PROPERTIES LABELS header)
endforeach()

# Everything public is documented where it is declared.
add_test(NAME header_comments COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/documented ${PROJECT_SOURCE_DIR})
add_test(NAME header_umbrella COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/umbrella ${CMAKE_C_COMPILER}
    ${PROJECT_SOURCE_DIR}/include ${CMAKE_BINARY_DIR}/include)
set_tests_properties(header_comments header_umbrella PROPERTIES LABELS header)
