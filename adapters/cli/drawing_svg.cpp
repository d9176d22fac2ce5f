#include <algorithm>
#include <map>

#include "cli/drawing.hpp"

namespace anamnesis::cli {
namespace {

constexpr int kLine = 18, kPadding = 10, kGap = 24, kWidth = 300, kLeft = 20, kRight = 760;

struct Box {
    int x = 0, y = 0, height = 0;
    int middle() const { return y + height / 2; }
};

const char* dashes(bool dashed) { return dashed ? " stroke-dasharray=\"6 4\"" : ""; }

std::string number(int n) { return std::to_string(n); }

std::string escaped(const std::string& text) {
    static const std::map<char, std::string> kEntities = {
        {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}};
    std::string out;
    for (const char c : text) {
        const auto entity = kEntities.find(c);
        out += entity == kEntities.end() ? std::string(1, c) : entity->second;
    }
    return out;
}

std::string text_at(int x, int y, const std::string& text, const char* style) {
    std::string out = "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" ";
    return out + style + ">" + escaped(text) + "</text>\n";
}

std::string drawn(const DrawnNode& node, const Box& box) {
    std::string out = "<rect x=\"" + number(box.x) + "\" y=\"" + number(box.y) + "\" width=\"" + number(kWidth) +
                      "\" height=\"" + number(box.height) + "\" rx=\"6\" fill=\"" + node.colour + "\" stroke=\"#444\"" +
                      dashes(node.dashed) + "/>\n";
    int y = box.y + kPadding + kLine - 5;
    for (const auto& line : node.lines) {
        out += text_at(box.x + kPadding, y, line, &line == &node.lines.front() ? "font-weight=\"bold\"" : "");
        y += kLine;
    }
    return out;
}

/// Down to the next state, or across to an outcome with the rules beside the arrow's end.
std::string drawn(const DrawnArrow& arrow, const Box& from, const Box& to) {
    const int x1 = arrow.next ? from.x + kWidth / 2 : from.x + kWidth,
              y1 = arrow.next ? from.y + from.height : from.middle();
    const int x2 = arrow.next ? to.x + kWidth / 2 : to.x, y2 = arrow.next ? to.y : to.middle();
    std::string out = "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\"" +
                      number(y2) + "\" stroke=\"#666\"" + dashes(arrow.dashed) + " marker-end=\"url(#head)\"><title>" +
                      escaped(arrow.label) + "</title></line>\n";
    return out;
}

}  // namespace

std::string as_svg(const Drawing& drawing) {
    std::map<std::string, Box> boxes;
    int left = kGap, right = kGap;
    std::string body;
    for (const auto& node : drawing.nodes) {
        int& y = node.outcome ? right : left;
        const Box box{node.outcome ? kRight : kLeft, y, 2 * kPadding + kLine * static_cast<int>(node.lines.size())};
        y += box.height + kGap;
        boxes[node.id] = box;
    }
    for (const auto& arrow : drawing.arrows) body += drawn(arrow, boxes.at(arrow.from), boxes.at(arrow.to));
    for (const auto& node : drawing.nodes) body += drawn(node, boxes.at(node.id));
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + number(kRight + kWidth + kLeft) + "\" height=\"" +
           number(std::max(left, right)) +
           "\" font-family=\"sans-serif\" font-size=\"13\">\n<defs><marker id=\"head\" markerWidth=\"8\" "
           "markerHeight=\"8\" refX=\"7\" refY=\"4\" orient=\"auto\"><path d=\"M0,0 L8,4 L0,8 z\" "
           "fill=\"#666\"/></marker></defs>\n" +
           body + "</svg>\n";
}

}  // namespace anamnesis::cli
