# What `cmake --install` puts where: library, headers, command line, and the two ways to find them.
include(CMakePackageConfigHelpers)

install(TARGETS bina EXPORT bina-targets LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
# For programs that take the library into themselves; built by `all`, not by `product`.
install(FILES $<TARGET_FILE:bina_static> DESTINATION ${CMAKE_INSTALL_LIBDIR} OPTIONAL)
if(SKBUILD)
    install(TARGETS bina LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT python)
endif()
if(cli_programs)
    # The command line finds the library beside it, wherever the two were moved.
    set_target_properties(${cli_programs} PROPERTIES
        INSTALL_RPATH "$ORIGIN/../${CMAKE_INSTALL_LIBDIR}")
    install(TARGETS ${cli_programs} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(DIRECTORY include/ ${CMAKE_BINARY_DIR}/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
    FILES_MATCHING PATTERN "*.h")
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

# CMake: find_package(bina 0.1 REQUIRED), then link bina::bina.
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/bina)
install(EXPORT bina-targets NAMESPACE bina:: DESTINATION ${package_dir})
configure_package_config_file(cmake/bina-config.cmake.in ${CMAKE_BINARY_DIR}/bina-config.cmake
    INSTALL_DESTINATION ${package_dir})
# Before 1.0 a new minor version may break; after it, only a new major version.
write_basic_package_version_file(${CMAKE_BINARY_DIR}/bina-config-version.cmake
    COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/bina-config.cmake ${CMAKE_BINARY_DIR}/bina-config-version.cmake
    DESTINATION ${package_dir})

# Everybody else: pkg-config --cflags --libs bina. The prefix is told relative to the file itself.
file(RELATIVE_PATH pc_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" pc_prefix "${pc_prefix}")
set(pc_private "sqlite3 >= 3.40, yaml-0.1, libutf8proc, libsodium")
if(EXPAT_FOUND AND MINIZIP_FOUND)
    string(APPEND pc_private ", expat, minizip")
endif()
if(XLSXWRITER_FOUND)
    string(APPEND pc_private ", xlsxwriter")
endif()
configure_file(cmake/bina.pc.in ${CMAKE_BINARY_DIR}/bina.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/bina.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
