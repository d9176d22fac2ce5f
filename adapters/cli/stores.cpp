#include "cli/stores.hpp"

#include <string_view>

#include <boost/asio/post.hpp>

#include "cli/places.hpp"
#include "memory/memory_store.hpp"
#include "sqlite/sqlite_store.hpp"

namespace anamnesis::cli {
namespace {

Result<std::unique_ptr<SessionStore>> open_file(const std::string& file, boost::asio::io_context& io) {
    return open_sqlite(file, {.post = [&io](std::function<void()> work) { boost::asio::post(io, std::move(work)); }});
}

}  // namespace

Result<std::unique_ptr<SessionStore>> open_store(const std::string& name, boost::asio::io_context& io) {
    constexpr std::string_view kSqlite = "sqlite:";
    if (name == "memory:") return std::unique_ptr<SessionStore>(std::make_unique<MemoryStore>());
    if (name.starts_with(kSqlite)) return open_file(name.substr(kSqlite.size()), io);
    if (!name.empty()) {
        return Error{Errc::bad_input, "not a store, like sqlite:FILE or memory: : " + name};
    }
    const auto file = default_store_file();
    if (!file) return file.error();
    return open_file(*file, io);
}

}  // namespace anamnesis::cli
