#include "cli/stores.hpp"

#include <string_view>

#include "cli/places.hpp"
#include "memory/memory_store.hpp"
#include "sqlite/sqlite_store.hpp"

namespace anamnesis::cli {

Result<std::unique_ptr<SessionStore>> open_store(const std::string& name) {
    constexpr std::string_view kSqlite = "sqlite:";
    if (name == "memory:") return std::unique_ptr<SessionStore>(std::make_unique<MemoryStore>());
    if (name.starts_with(kSqlite)) return open_sqlite(name.substr(kSqlite.size()));
    if (!name.empty()) {
        return Error{Errc::bad_input, "not a store, like sqlite:FILE or memory: : " + name};
    }
    const auto file = default_store_file();
    if (!file) return file.error();
    return open_sqlite(*file);
}

}  // namespace anamnesis::cli
