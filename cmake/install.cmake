include(CMakePackageConfigHelpers)
install(TARGETS nsearch_common nsearch_indexer nsearch_searcher EXPORT nsearch-targets)
install(TARGETS nsearch)
install(TARGETS nsearch_whole DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/nsearch)
install(DIRECTORY common/include/ indexer/include/ searcher/include/ ${CMAKE_BINARY_DIR}/common/include/
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/nsearch)
install(EXPORT nsearch-targets NAMESPACE nsearch:: DESTINATION ${package_dir})
configure_package_config_file(cmake/nsearch-config.cmake.in nsearch-config.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(nsearch-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/nsearch-config.cmake ${CMAKE_BINARY_DIR}/nsearch-config-version.cmake
        DESTINATION ${package_dir})
# Relative to itself, so that `cmake --install --prefix` elsewhere needs no second configuration.
file(RELATIVE_PATH NSEARCH_PC_PREFIX "/prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/prefix")
configure_file(cmake/nsearch.pc.in nsearch.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/nsearch.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
