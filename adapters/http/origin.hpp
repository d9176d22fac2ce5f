#pragma once
/// Which web pages may open a WebSocket here. A browser names the page's origin and the page cannot
/// forge it; without this check any page could talk in its visitor's name. Source: RFC 6455, 10.2.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anamnesis::http {

/// Allowed: no origin (no browser), the server's own (`http://` + `host`, the Host header), and those
/// listed, e.g. "https://clinic.example". Letter case does not matter; "null" is an origin like others.
bool origin_allowed(const std::optional<std::string>& origin, std::string_view host,
                    const std::vector<std::string>& listed);

}  // namespace anamnesis::http
