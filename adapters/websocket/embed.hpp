#pragma once
/// Puts a file's bytes into the program, so that it needs no files beside it.

#include <string_view>

/// Defines `std::string_view name()` with the bytes of `path`, a string literal, at namespace scope.
/// The build must name the file as a dependency of the source: the compiler does not see it.
// clang-format off
#define ANAMNESIS_EMBED(name, path)                                              \
    asm(".pushsection .rodata\n"                                                 \
        "anamnesis_embedded_" #name ":\n"                                        \
        ".incbin \"" path "\"\n"                                                 \
        "anamnesis_embedded_" #name "_end:\n"                                    \
        ".popsection\n");                                                        \
    extern const char name##_begin[] asm("anamnesis_embedded_" #name);           \
    extern const char name##_end[] asm("anamnesis_embedded_" #name "_end");      \
    static std::string_view name() {                                             \
        return {name##_begin, static_cast<std::size_t>(name##_end - name##_begin)}; \
    }
// clang-format on
