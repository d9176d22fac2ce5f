#include "websocket/widget_files.hpp"

#include "host/ports.hpp"
#include "websocket/embed.hpp"

namespace anamnesis::websocket {
namespace {

// Made from widget/ and demo/ by the build.
ANAMNESIS_EMBED(widget_js, ANAMNESIS_PAGES_DIR "/widget.js")
ANAMNESIS_EMBED(widget_js_gz, ANAMNESIS_PAGES_DIR "/widget.js.gz")
ANAMNESIS_EMBED(widget_d_ts, ANAMNESIS_PAGES_DIR "/widget.d.ts")
ANAMNESIS_EMBED(embed_html, ANAMNESIS_PAGES_DIR "/embed.html")
ANAMNESIS_EMBED(embed_css, ANAMNESIS_PAGES_DIR "/embed.css")
ANAMNESIS_EMBED(embed_js, ANAMNESIS_PAGES_DIR "/embed.js")
ANAMNESIS_EMBED(index_html, ANAMNESIS_PAGES_DIR "/index.html")
ANAMNESIS_EMBED(demo_css, ANAMNESIS_PAGES_DIR "/demo.css")
ANAMNESIS_EMBED(demo_js, ANAMNESIS_PAGES_DIR "/demo.js")
ANAMNESIS_EMBED(icon_svg, ANAMNESIS_PAGES_DIR "/icon.svg")

constexpr const char* kPage = "text/html; charset=utf-8";
constexpr const char* kStyle = "text/css; charset=utf-8";
constexpr const char* kIcon = "image/svg+xml";
constexpr const char* kScript = "text/javascript; charset=utf-8";
constexpr const char* kTypes = "text/plain; charset=utf-8";

/// As http/session.cpp has it for every page, but for who may show it in a frame.
constexpr const char* kEmbedPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'none'; require-trusted-types-for 'script'; frame-ancestors 'self'";

struct File {
    const char* path;
    const char* type;
    std::string_view bytes;
    std::string_view gzipped = {};  ///< the same, for browsers that take it
    std::string policy = {};        ///< a Content-Security-Policy of its own
};

bool takes_gzip(const http::Request& request) {
    return request.header("accept-encoding").find("gzip") != std::string::npos;
}

http::Response found(const File& file, const std::string& etag, const http::Request& request) {
    http::Response response{
        .content_type = file.type,
        // Any page may load the widget; where it may connect, Origin decides.
        .headers = {{"ETag", etag}, {"Cache-Control", "no-cache"}, {"Access-Control-Allow-Origin", "*"}}};
    if (!file.policy.empty()) response.headers.emplace_back("Content-Security-Policy", file.policy);
    if (!file.gzipped.empty()) response.headers.emplace_back("Vary", "Accept-Encoding");
    if (request.header("if-none-match") == etag) {
        response.status = 304;
        return response;
    }
    const bool is_gzipped = !file.gzipped.empty() && takes_gzip(request);
    if (is_gzipped) response.headers.emplace_back("Content-Encoding", "gzip");
    response.body = std::string(is_gzipped ? file.gzipped : file.bytes);
    return response;
}

void add_file(http::Router& router, const File& file) {
    const std::string etag = "W/\"" + sha256_hex(std::string(file.bytes)).substr(0, 16) + '"';
    router.get(file.path, [=](const http::Request& request) { return found(file, etag, request); });
}

std::string embed_policy(const std::vector<std::string>& framed_by) {
    std::string policy = kEmbedPolicy;
    for (const std::string& origin : framed_by) policy += ' ' + origin;
    return policy;
}

}  // namespace

void add_widget_files(http::Router& router, const std::vector<std::string>& framed_by) {
    const File files[] = {
        {"/", kPage, index_html()},
        {"/demo.css", kStyle, demo_css()},
        {"/demo.js", kScript, demo_js()},
        {"/icon.svg", kIcon, icon_svg()},
        {"/widget.js", kScript, widget_js(), widget_js_gz()},
        {"/widget.d.ts", kTypes, widget_d_ts()},
        {"/embed", kPage, embed_html(), {}, embed_policy(framed_by)},
        {"/embed.css", kStyle, embed_css()},
        {"/embed.js", kScript, embed_js()},
    };
    for (const File& file : files) add_file(router, file);
}

}  // namespace anamnesis::websocket
