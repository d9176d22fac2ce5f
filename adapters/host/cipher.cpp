#include "host/cipher.hpp"

#include <cstring>
#include <memory>
#include <stdexcept>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace anamnesis {
namespace {

constexpr char kForm = 1;  ///< of sealed bytes: form, nonce, ciphertext, tag
constexpr std::size_t kNonceBytes = 12;
constexpr std::size_t kTagBytes = 16;
static_assert(kSealBytes == 1 + kNonceBytes + kTagBytes);

struct FreeContext {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_CIPHER_CTX, FreeContext>;
using Digest = std::array<unsigned char, 32>;

void must(bool done) {
    if (!done) throw std::runtime_error("the cryptography library fails");
}

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text, std::size_t from) {
    return reinterpret_cast<unsigned char*>(text.data() + from);
}

/// AES-256-GCM with key, nonce and place set; `encrypts` as OpenSSL has it: 1 or 0.
Context begin_cipher(int encrypts, const Key& key, std::string_view nonce, std::string_view place) {
    Context context(EVP_CIPHER_CTX_new());
    must(context != nullptr);
    must(EVP_CipherInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.reveal().data(), bytes_of(nonce), encrypts));
    int count = 0;
    must(EVP_CipherUpdate(context.get(), nullptr, &count, bytes_of(place), static_cast<int>(place.size())));
    return context;
}

Digest hmac(const Key& key, std::string_view text) {
    Digest digest{};
    must(HMAC(EVP_sha256(), key.reveal().data(), kKeyBytes, bytes_of(text), text.size(), digest.data(), nullptr));
    return digest;
}

}  // namespace

void wipe(void* bytes, std::size_t count) { OPENSSL_cleanse(bytes, count); }

[[gnu::noinline]] void wipe_traces() {
    constexpr std::size_t kCopyBytesMax = 4096;
    std::array<char, 128 * 1024> below;
    wipe(below.data(), below.size());
    // The registers that a copy uses depend on its size; the compiler may neither know it nor leave the copies out.
    for (std::size_t size = 1; size <= kCopyBytesMax; size *= 2) {
        asm volatile("" : "+r"(size));
        std::memmove(below.data() + kCopyBytesMax, below.data(), size);
        asm volatile("" : : "r"(below.data()) : "memory");
    }
}

/// HKDF-Expand (RFC 5869) of one block; its Extract is for keys that are not uniformly random.
Key derive_key(const Key& key, std::string_view purpose) {
    Digest digest = hmac(key, std::string(purpose) + '\x01');
    Key derived(digest);
    wipe(digest);
    return derived;
}

std::string seal(const Key& key, std::string_view text, std::string_view place, Random& random) {
    std::string sealed(kSealBytes + text.size(), '\0');
    sealed[0] = kForm;
    random.fill({bytes_of(sealed, 1), kNonceBytes});
    const Context context = begin_cipher(1, key, std::string_view(sealed).substr(1, kNonceBytes), place);
    int count = 0;
    const std::size_t from = 1 + kNonceBytes;
    must(
        EVP_CipherUpdate(context.get(), bytes_of(sealed, from), &count, bytes_of(text), static_cast<int>(text.size())));
    unsigned char* const tag = bytes_of(sealed, from + text.size());
    must(EVP_CipherFinal_ex(context.get(), tag, &count));
    must(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, kTagBytes, tag));
    return sealed;
}

std::optional<std::string> unseal(const Key& key, std::string_view sealed, std::string_view place) {
    if (sealed.size() < kSealBytes || sealed[0] != kForm) return std::nullopt;
    const Context context = begin_cipher(0, key, sealed.substr(1, kNonceBytes), place);
    const auto secret = sealed.substr(1 + kNonceBytes, sealed.size() - kSealBytes);
    std::string tag(sealed.substr(sealed.size() - kTagBytes));
    std::string text(secret.size(), '\0');
    int count = 0;
    must(EVP_CipherUpdate(context.get(), bytes_of(text, 0), &count, bytes_of(secret), static_cast<int>(secret.size())));
    must(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, kTagBytes, tag.data()));
    const bool is_genuine = EVP_CipherFinal_ex(context.get(), bytes_of(tag, 0), &count) == 1;
    if (is_genuine) return text;
    wipe(text);
    return std::nullopt;
}

std::string keyed_hash(const Key& key, std::string_view text) { return to_hex(hmac(key, text)); }

}  // namespace anamnesis
