#include "cli/stores.hpp"

#include <string_view>

#include <boost/asio/post.hpp>

#include "cli/places.hpp"
#include "memory/memory_store.hpp"
#include "postgresql/postgresql_store.hpp"
#include "sqlite/sqlite_store.hpp"

namespace anamnesis::cli {
namespace {

Post post_to(boost::asio::io_context& io) {
    return [&io](std::function<void()> work) { boost::asio::post(io, std::move(work)); };
}

}  // namespace

Result<std::unique_ptr<SessionStore>> open_store(const std::string& name, boost::asio::io_context& io) {
    constexpr std::string_view kSqlite = "sqlite:";
    constexpr std::string_view kPostgresql = "postgresql:";
    if (name == "memory:") return std::unique_ptr<SessionStore>(std::make_unique<MemoryStore>());
    if (name.starts_with(kSqlite)) return open_sqlite(name.substr(kSqlite.size()), {post_to(io)});
    if (name.starts_with(kPostgresql)) return open_postgresql(name, post_to(io));
    if (!name.empty()) {
        return Error{Errc::bad_input, "not a store, like sqlite:FILE, postgresql://... or memory:"};
    }
    const auto file = default_store_file();
    if (!file) return file.error();
    return open_sqlite(*file, {post_to(io)});
}

}  // namespace anamnesis::cli
