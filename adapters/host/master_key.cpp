#include "host/master_key.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace anamnesis {
namespace {

using KeyBytes = std::array<unsigned char, kKeyBytes>;

/// A descriptor that closes itself.
class File {
public:
    File(const std::string& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR)) {}
    ~File() {
        if (number_ >= 0) ::close(number_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    bool is_open() const { return number_ >= 0; }
    int number() const { return number_; }

private:
    int number_;
};

Error failure(const std::string& path, const std::string& why = std::strerror(errno)) {
    return {Errc::unavailable, "master key " + path + ": " + why};
}

Error no_key(const std::string& path, const std::string& why) {
    return {Errc::bad_input, "master key " + path + ": " + why};
}

Result<MasterKey> read_key(const File& file, const std::string& path) {
    struct stat about {};
    if (::fstat(file.number(), &about) != 0) return failure(path);
    if (!S_ISREG(about.st_mode)) return no_key(path, "this is not a file");
    if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return no_key(path, "others may read or change this file. Hint: chmod 600 it, and think of who has read it");
    if (about.st_size != kKeyBytes)
        return no_key(path,
                      "a key has " + std::to_string(kKeyBytes) + " bytes, this file " + std::to_string(about.st_size));
    KeyBytes bytes{};
    const ssize_t count = ::read(file.number(), bytes.data(), bytes.size());
    MasterKey key(bytes);
    wipe(bytes);
    if (count != ssize_t{kKeyBytes}) return failure(path, "could not be read whole");
    return key;
}

bool write_durably(const File& file, const Key& key) {
    const ssize_t count = ::write(file.number(), key.reveal().data(), kKeyBytes);
    return count == ssize_t{kKeyBytes} && ::fsync(file.number()) == 0;
}

/// A key that is lost in a crash takes all conversations with it.
bool keep_name(const std::string& path) {
    const auto folder = std::filesystem::path(path).parent_path();
    const File opened(folder.empty() ? "." : folder.string(), O_RDONLY | O_DIRECTORY);
    return opened.is_open() && ::fsync(opened.number()) == 0;
}

/// Written under another name, then linked: the name of the key is there with the whole key or not at all, and is never
/// taken from a key that another program has made meanwhile.
Result<bool> make_file(const std::string& path, Random& random) {
    const std::string draft = path + '.' + random.token();
    const File file(draft, O_WRONLY | O_CREAT | O_EXCL);
    if (!file.is_open()) return failure(path);
    const bool is_written = write_durably(file, make_key(random));
    const bool is_linked = is_written && ::link(draft.c_str(), path.c_str()) == 0;
    const int reason = errno;
    ::unlink(draft.c_str());
    if (!is_written || (!is_linked && reason != EEXIST)) return failure(path, std::strerror(reason));
    if (!keep_name(path)) return failure(path);
    return true;
}

}  // namespace

Key make_key(Random& random) {
    KeyBytes bytes{};
    random.fill(bytes);
    Key key(bytes);
    wipe(bytes);
    return key;
}

Result<MasterKey> open_master_key(const std::string& path, Random& random) {
    const File there(path, O_RDONLY | O_NONBLOCK);  // a pipe of that name must not hold it up
    if (there.is_open()) return read_key(there, path);
    if (errno != ENOENT) return failure(path);
    const Result<bool> made = make_file(path, random);
    if (!made) return made.error();
    const File file(path, O_RDONLY);
    if (!file.is_open()) return failure(path);
    return read_key(file, path);
}

}  // namespace anamnesis
