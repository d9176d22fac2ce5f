#pragma once
/// The key that all others hang on: it wraps each conversation's own key. Who has it and the store can read what is
/// stored; without it nobody can, so keep a copy of its file elsewhere than copies of the store.

#include <array>
#include <string>

#include <anamnesis/result.hpp>

#include <anamnesis/host/ports.hpp>
#include <anamnesis/host/secret.hpp>

namespace anamnesis {

inline constexpr std::size_t kKeyBytes = 32;
/// Of AES-256 or HMAC-SHA-256.
using Key = Secret<std::array<unsigned char, kKeyBytes>>;
using MasterKey = Key;

/// A new key; for a store that does not outlive the program.
Key make_key(Random& random);

/// Reads the key's file: 32 bytes, for its owner's eyes only (mode 0600 or 0400). Where there is none it is made, whole
/// and on disk or not at all; programs that start at once agree on one.
/// Errors: Errc::bad_input for a file that is none, or that others may read; Errc::unavailable.
Result<MasterKey> open_master_key(const std::string& path, Random& random);

}  // namespace anamnesis
