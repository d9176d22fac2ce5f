# Debian 12 packages. RE2 and utf8proc bring no CMake files there, but pkg-config ones; CaDiCaL neither.
# What the installed libraries need is found once more in AnamnesisConfig.cmake.in.

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(SQLite3 REQUIRED)
find_library(CADICAL_LIBRARY cadical REQUIRED)
find_path(CADICAL_INCLUDE cadical.hpp REQUIRED)
add_library(cadical STATIC IMPORTED)
set_target_properties(cadical PROPERTIES
    IMPORTED_LOCATION ${CADICAL_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${CADICAL_INCLUDE})
pkg_check_modules(re2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
if(ANAMNESIS_PROGRAM)
    find_package(CLI11 REQUIRED)
    find_package(spdlog REQUIRED)
    pkg_check_modules(libpq REQUIRED IMPORTED_TARGET libpq)
endif()
