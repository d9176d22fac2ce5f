# How everything is compiled: warnings are errors, the compiler's results are cached.

option(ANAMNESIS_SANITIZE "Address and undefined behaviour sanitizers" OFF)

find_program(CCACHE ccache)
if(CCACHE)
    # pch_defines, time_macros: without them ccache does not cache what a precompiled header is part of.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE})
endif()

add_library(anamnesis_compiler INTERFACE)
target_compile_options(anamnesis_compiler INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor -Werror
    $<$<BOOL:${CCACHE}>:-fpch-preprocess>)

if(ANAMNESIS_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()

# A library of one floor: every .cpp of its folder.
function(anamnesis_library name folder)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp)
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PRIVATE anamnesis_compiler)
endfunction()
