# What is installed: the program, the libraries that a channel of one's own needs, the dialogs, the documents.
# Everything is found from where it lies, so that the whole prefix can be moved.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(data share/anamnesis)  # beside bin/, where adapters/cli/places.cpp looks
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/Anamnesis)

foreach(library engine host memory sqlite console)
    install(TARGETS anamnesis_${library} EXPORT AnamnesisTargets COMPONENT libraries
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} INCLUDES DESTINATION include)
    get_target_property(headers anamnesis_${library} ANAMNESIS_PUBLIC_HEADERS)
    if(headers)
        install(FILES ${headers} DESTINATION include/anamnesis/${library} COMPONENT libraries)
    endif()
endforeach()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/engine/include/ DESTINATION include COMPONENT libraries)

configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/AnamnesisConfig.cmake.in AnamnesisConfig.cmake
    INSTALL_DESTINATION ${package} PATH_VARS data)
write_basic_package_version_file(AnamnesisConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(EXPORT AnamnesisTargets NAMESPACE Anamnesis:: DESTINATION ${package} COMPONENT libraries)
install(FILES ${PROJECT_BINARY_DIR}/AnamnesisConfig.cmake ${PROJECT_BINARY_DIR}/AnamnesisConfigVersion.cmake
    DESTINATION ${package} COMPONENT libraries)

if(ANAMNESIS_PROGRAM)
    install(TARGETS anamnesis DESTINATION bin COMPONENT program)
endif()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/dialogs DESTINATION ${data} COMPONENT dialogs)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/ DESTINATION share/doc/anamnesis COMPONENT documents)
foreach(page README.md ARCHITECTURE.md CHANGELOG.md LICENSE)
    install(FILES ${PROJECT_SOURCE_DIR}/${page} DESTINATION share/doc/anamnesis COMPONENT documents)
endforeach()
