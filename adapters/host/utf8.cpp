#include "host/utf8.hpp"

#include <utf8proc.h>

namespace anamnesis {

bool is_utf8(std::string_view bytes) {
    const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(bytes.data());
    auto left = static_cast<utf8proc_ssize_t>(bytes.size());
    while (left > 0) {
        utf8proc_int32_t code_point = 0;
        const utf8proc_ssize_t length = utf8proc_iterate(at, left, &code_point);
        if (length <= 0) return false;
        at += length;
        left -= length;
    }
    return true;
}

}  // namespace anamnesis
