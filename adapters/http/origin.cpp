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

}  // namespace anamnesis::http
