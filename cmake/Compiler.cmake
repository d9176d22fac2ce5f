# How everything is compiled: warnings are errors, the compiler's results are cached. As a part of another project
# neither: another compiler may warn of more, and caching is that project's choice.

option(ANAMNESIS_SANITIZE "Address and undefined behaviour sanitizers" OFF)

find_program(CCACHE ccache)
if(CCACHE AND PROJECT_IS_TOP_LEVEL)
    # pch_defines, time_macros: without them ccache does not cache what a precompiled header is part of.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE})
endif()

add_library(anamnesis_compiler INTERFACE)
if(PROJECT_IS_TOP_LEVEL)
    target_compile_options(anamnesis_compiler INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor -Werror
        $<$<BOOL:${CCACHE}>:-fpch-preprocess>)
endif()

if(ANAMNESIS_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()

# A library of one floor: every .cpp of its folder. Others link it as Anamnesis::<name>.
function(anamnesis_library name folder)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp)
    add_library(anamnesis_${name} STATIC ${sources})
    add_library(Anamnesis::${name} ALIAS anamnesis_${name})
    set_target_properties(anamnesis_${name} PROPERTIES EXPORT_NAME ${name})
    target_compile_features(anamnesis_${name} PUBLIC cxx_std_20)
    target_link_libraries(anamnesis_${name} PRIVATE $<BUILD_INTERFACE:anamnesis_compiler>)
endfunction()
