#include "websocket/widget_files.hpp"

#include <string>

#include "host/ports.hpp"
#include "websocket/embed.hpp"

namespace anamnesis::websocket {
namespace {

ANAMNESIS_EMBED(index_html, ANAMNESIS_WIDGET_DIR "/index.html")
ANAMNESIS_EMBED(demo_css, ANAMNESIS_WIDGET_DIR "/demo.css")
ANAMNESIS_EMBED(icon_svg, ANAMNESIS_WIDGET_DIR "/icon.svg")
ANAMNESIS_EMBED(widget_js, ANAMNESIS_WIDGET_DIR "/widget.js")
ANAMNESIS_EMBED(choices_js, ANAMNESIS_WIDGET_DIR "/choices.js")
ANAMNESIS_EMBED(composer_js, ANAMNESIS_WIDGET_DIR "/composer.js")
ANAMNESIS_EMBED(conversation_js, ANAMNESIS_WIDGET_DIR "/conversation.js")
ANAMNESIS_EMBED(demo_js, ANAMNESIS_WIDGET_DIR "/demo.js")
ANAMNESIS_EMBED(element_js, ANAMNESIS_WIDGET_DIR "/element.js")
ANAMNESIS_EMBED(memory_js, ANAMNESIS_WIDGET_DIR "/memory.js")
ANAMNESIS_EMBED(menu_js, ANAMNESIS_WIDGET_DIR "/menu.js")
ANAMNESIS_EMBED(panel_js, ANAMNESIS_WIDGET_DIR "/panel.js")
ANAMNESIS_EMBED(reply_view_js, ANAMNESIS_WIDGET_DIR "/reply_view.js")
ANAMNESIS_EMBED(style_js, ANAMNESIS_WIDGET_DIR "/style.js")
ANAMNESIS_EMBED(watch_js, ANAMNESIS_WIDGET_DIR "/watch.js")
ANAMNESIS_EMBED(words_js, ANAMNESIS_WIDGET_DIR "/words.js")

constexpr const char* kPage = "text/html; charset=utf-8";
constexpr const char* kStyle = "text/css; charset=utf-8";
constexpr const char* kIcon = "image/svg+xml";
constexpr const char* kScript = "text/javascript; charset=utf-8";

struct File {
    const char* path;
    const char* type;
    std::string_view bytes;
};

void add_file(http::Router& router, const File& file) {
    const std::string body(file.bytes);
    const std::string etag = '"' + sha256_hex(body).substr(0, 16) + '"';
    router.get(file.path, [=, type = file.type](const http::Request& request) {
        http::Response response{
            .content_type = type,
            // Any page may load the widget; where it may connect, Origin decides.
            .headers = {{"ETag", etag}, {"Cache-Control", "no-cache"}, {"Access-Control-Allow-Origin", "*"}}};
        if (request.header("if-none-match") == etag) {
            response.status = 304;
        } else {
            response.body = body;
        }
        return response;
    });
}

}  // namespace

void add_widget_files(http::Router& router) {
    const File files[] = {
        {"/", kPage, index_html()},
        {"/demo.css", kStyle, demo_css()},
        {"/icon.svg", kIcon, icon_svg()},
        {"/widget.js", kScript, widget_js()},
        {"/choices.js", kScript, choices_js()},
        {"/composer.js", kScript, composer_js()},
        {"/conversation.js", kScript, conversation_js()},
        {"/demo.js", kScript, demo_js()},
        {"/element.js", kScript, element_js()},
        {"/memory.js", kScript, memory_js()},
        {"/menu.js", kScript, menu_js()},
        {"/panel.js", kScript, panel_js()},
        {"/reply_view.js", kScript, reply_view_js()},
        {"/style.js", kScript, style_js()},
        {"/watch.js", kScript, watch_js()},
        {"/words.js", kScript, words_js()},
    };
    for (const File& file : files) add_file(router, file);
}

}  // namespace anamnesis::websocket
