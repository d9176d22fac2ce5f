#pragma once
/// The cryptography that the host needs, through OpenSSL: AES-256-GCM and HMAC-SHA-256. Throws std::runtime_error
/// where the library has not got them, never for bytes from outside.

#include <optional>
#include <string>
#include <string_view>

#include "host/master_key.hpp"

namespace anamnesis {

/// What sealing adds to a text: a form byte, the nonce, the tag.
inline constexpr std::size_t kSealBytes = 1 + 12 + 16;

/// Another key, for another purpose. One way: the purposes' keys tell nothing of each other.
Key derive_key(const Key& key, std::string_view purpose);

/// Encrypts and authenticates `text`, and authenticates `place`: what was sealed for one place opens at no other.
/// The nonce is random, so one key seals 2^32 texts at most.
std::string seal(const Key& key, std::string_view text, std::string_view place, Random& random);

/// What was sealed with this key for this place; nothing for any other bytes.
std::optional<std::string> unseal(const Key& key, std::string_view sealed, std::string_view place);

/// A keyed hash, as 64 hexadecimal digits: equal texts can be found, and nobody without the key can try guesses.
std::string keyed_hash(const Key& key, std::string_view text);

}  // namespace anamnesis
