#include "memory/memory_store.hpp"

#include "../store_conformance.hpp"

using namespace anamnesis;

TEST_CASE("The memory store does what every store does") {
    conformance::check_store([] { return conformance::StoreUnderTest{std::make_unique<MemoryStore>()}; });
}
