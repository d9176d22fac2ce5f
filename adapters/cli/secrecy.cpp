#include "cli/secrecy.hpp"

#include <openssl/crypto.h>
#include <spdlog/spdlog.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "cli/wiping_memory.hpp"

namespace anamnesis::cli {
namespace {

/// OpenSSL's secure heap: room for the keys of one host.
constexpr std::size_t kKeyMemoryBytes = 16 * 1024;
constexpr std::size_t kKeyMemoryBlockBytes = 64;

}  // namespace

void keep_memory_private(bool core_dumps) {
    wipe_freed_memory();
    if (CRYPTO_secure_malloc_init(kKeyMemoryBytes, kKeyMemoryBlockBytes) == 0)
        spdlog::warn("keys are kept in ordinary memory: there is no locked one");
    if (core_dumps) return;
    constexpr rlimit kNone{0, 0};
    if (::setrlimit(RLIMIT_CORE, &kNone) != 0 || ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        spdlog::warn("a crash may write what is in memory to a file");
}

}  // namespace anamnesis::cli
