#pragma once
/// Which web pages may open a WebSocket here. A browser names the page's origin and the page cannot
/// forge it; without this check any page could talk in its visitor's name. Source: RFC 6455, 10.2.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anamnesis::http {

inline constexpr std::size_t kOriginHostBytesMax = 259;  ///< a DNS name and a port
inline constexpr std::size_t kOriginsMax = 64;

/// Allowed: no origin (no browser), the server's own (`http://` + `host`, the Host header), and those
/// listed, e.g. "https://clinic.example". Letter case does not matter; "null" is an origin like others.
bool origin_allowed(const std::optional<std::string>& origin, std::string_view host,
                    const std::vector<std::string>& listed);

/// "https://clinic.example:8443": a scheme of the web, a host, perhaps a port, nothing else. Only such may be listed.
bool is_origin(std::string_view text);

}  // namespace anamnesis::http
