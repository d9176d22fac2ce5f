#pragma once
/// Lets Catch2 print a Result: boost's own printer asks for one of Error, which nothing else needs.

#include <string>

#include <catch2/catch.hpp>

#include <anamnesis/result.hpp>

namespace Catch {

template <class T, class E>
struct StringMaker<anamnesis::Result<T, E>> {
    static std::string convert(const anamnesis::Result<T, E>& result) { return result ? "a value" : "an error"; }
};

}  // namespace Catch
