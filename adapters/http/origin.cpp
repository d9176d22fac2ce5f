#include "http/origin.hpp"

#include <algorithm>

#include <boost/algorithm/string/predicate.hpp>

namespace anamnesis::http {

bool origin_allowed(const std::optional<std::string>& origin, std::string_view host,
                    const std::vector<std::string>& listed) {
    if (!origin) return true;
    if (!host.empty() && boost::iequals(*origin, "http://" + std::string(host))) return true;
    return std::any_of(listed.begin(), listed.end(),
                       [&](const std::string& allowed) { return boost::iequals(*origin, allowed); });
}

bool is_origin(std::string_view text) {
    const auto scheme = text.starts_with("https://") ? 8u : text.starts_with("http://") ? 7u : 0u;
    const std::string_view host = text.substr(scheme);
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
               c == ':' || c == '[' || c == ']';
    };
    return scheme > 0 && !host.empty() && host.size() <= kOriginHostBytesMax &&
           std::all_of(host.begin(), host.end(), fits);
}

}  // namespace anamnesis::http
