#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "engine/replay/reading.hpp"
#include "engine/tiny_dialog.hpp"
#include "replay/convo_section.hpp"

using namespace anamnesis;
using tests::places_of;

namespace {

using Codes = std::vector<std::string>;

const Utterances kUtterances = {{"UTT_DROOP", {"my face is drooping", "half my face hangs"}},
                                {"UTT_CALL", {"call 999", "ambulance"}}};

Diagnostics mistakes_in(const std::string& text) {
    const auto conversations = read_convo("a.convo.txt", text, kUtterances);
    return conversations ? Diagnostics{} : conversations.error();
}

Codes codes(const std::string& text) { return places_of(mistakes_in(text)); }

std::vector<Transcript> conversations_of(const std::string& text) {
    CAPTURE(text, places_of(mistakes_in(text)));
    auto conversations = read_convo("a.convo.txt", text, kUtterances);
    REQUIRE(conversations.has_value());
    return *conversations;
}

/// What a conversation that can be read fails at, against the tiny dialog.
Codes failures(const std::string& text) {
    Codes out;
    for (const Transcript& conversation : conversations_of(text))
        for (const std::string& place : places_of(replay(tests::tiny_dialog(), conversation).failures))
            out.push_back(place);
    return out;
}

std::string after_droop(const std::string& expectations) { return "#me\nmy face is drooping\n#bot\n" + expectations; }

}  // namespace

TEST_CASE("a conversation has a name, a description and sections", "[replay]") {
    const auto all = conversations_of(
        "A droop\nSaid at once.\n\n#begin\n\n#bot\nhello\n\n#me\nmy face is drooping\n#bot\ncall 999\n#end");
    REQUIRE(all.size() == 1);
    CHECK(all[0].name == "A droop");
    REQUIRE(all[0].lines.size() == 3);
    CHECK(all[0].lines[0].key == "bot");
    CHECK(all[0].lines[1].key == "you");
    CHECK(all[0].lines[1].text == "my face is drooping");
    CHECK(all[0].lines[1].line == 10);
    CHECK(failures("A droop\n#bot\nhello\n#me\nmy face is drooping\n#bot\ncall 999\n").empty());
}

TEST_CASE("a name may be missing, and lines end in each of the three ways", "[replay]") {
    CHECK(conversations_of("#me\nhi\n")[0].name.empty());
    const auto all = conversations_of("name\r\n#me\rhi\n#bot\r\nhello\r");
    CHECK(all[0].lines[0].text == "hi");
    CHECK(all[0].lines[1].line == 5);
}

TEST_CASE("a text is a part of one message, in any case, where * is any text", "[replay]") {
    CHECK(failures(after_droop("CALL * now")).empty());
    CHECK(failures(after_droop("call\n999\nnow")).empty());
    CHECK(failures(after_droop("now call")) == Codes{"R201:4"});
    CHECK(failures(after_droop("!111")).empty());
    CHECK(failures(after_droop("!999")) == Codes{"R202:4"});
    CHECK(failures(after_droop("")).empty());
}

TEST_CASE("a doubled mark is the mark itself", "[replay]") {
    CHECK(conversations_of("#me\n!!hi\n")[0].lines[0].text == "!hi");
    CHECK(conversations_of("#me\n??\n")[0].lines[0].text == "?");
    CHECK(codes("#me\n!hi\n") == Codes{"R010:2"});
    CHECK(codes("#me\nhi\n#bot\n!\n") == Codes{"R007:4"});
    CHECK(codes("#bot\nhello\n!goodbye\n?maybe\n!!\n") == Codes{"R010:3", "R010:4"});
}

TEST_CASE("assertions compare as their names say", "[replay]") {
    CHECK(failures(after_droop("TEXT Call 999 now.\nTEXT_EQUALS_IC call 999 NOW.\nTEXT")).empty());
    CHECK(failures(after_droop("TEXT call 999 now.\nTEXT Call 999")) == Codes{"R201:4", "R201:5"});
    CHECK(failures(after_droop("TEXT_CONTAINS_ANY 111|999\nTEXT_CONTAINS_ALL Call|999")).empty());
    CHECK(failures(after_droop("TEXT_CONTAINS_ALL Call|111\nTEXT_CONTAINS_ANY call")) == Codes{"R201:4", "R201:5"});
    CHECK(failures(after_droop("TEXT_CONTAINS_ANY_IC call\nTEXT_WILDCARD_ANY C*9\nTEXT_WILDCARDEXACT_ALL Call*."))
              .empty());
    CHECK(failures(after_droop("TEXT_CONTAINS_ANY C*9\nTEXT_WILDCARDEXACT_ANY Call*9")) == Codes{"R201:4", "R201:5"});
    CHECK(failures(after_droop("!TEXT_CONTAINS_ANY 111|999")) == Codes{"R202:4"});
    CHECK(codes(after_droop("!TEXT_CONTAINS_ALL a|b\nTEXT_CONTAINS_ANY\nTEXT a||b")) ==
          Codes{"R010:4", "R007:5", "R007:6"});
}

TEST_CASE("a bar with a stroke before it separates nothing", "[replay]") {
    CHECK(conversations_of("#bot\nBUTTONS a\\|b|c\n")[0].lines[0].text == "a|b");
}

TEST_CASE("buttons are pressed by their words or their id, and offered by their words", "[replay]") {
    CHECK(failures("#me\nBUTTON yes\n#bot\ncall 999\n").empty());
    CHECK(failures("#bot\nBUTTONS Yes|No\nBUTTONS\n#me\nBUTTON no|No\n#me\nBUTTON none\n#bot\nBUTTONS\n").empty());
    CHECK(failures("#bot\nBUTTONS Maybe\n!BUTTONS\n") == Codes{"R210:2", "R210:3"});
    CHECK(failures("#me\nBUTTON Maybe\n") == Codes{"R107:2"});
    CHECK(failures(after_droop("!BUTTONS\n#me\nBUTTON yes\n")) == Codes{"R101:6"});
    CHECK(codes("#me\nBUTTON\n#bot\n!BUTTONS Yes\n#me\nBUTTON a\nBUTTON b\n#me\nBUTTON a\nand text\n") ==
          Codes{"R007:2", "R010:4", "R010:7", "R010:10"});
}

TEST_CASE("each utterance that can be said is a conversation of its own", "[replay]") {
    const auto all = conversations_of("droop\n#me\nUTT_DROOP\n#bot\nUTT_CALL\n#me\nUTT_CALL\n");
    REQUIRE(all.size() == 4);
    CHECK(all[0].name == "droop, UTT_DROOP 1, UTT_CALL 1");
    CHECK(all[3].name == "droop, UTT_DROOP 2, UTT_CALL 2");
    CHECK(all[3].lines[0].text == "half my face hangs");
    CHECK(all[0].lines[1].patterns.size() == 2);
    CHECK(failures(after_droop("UTT_CALL\nTEXT_CONTAINS_ANY_IC UTT_CALL")).empty());
    CHECK(failures(after_droop("!UTT_CALL")) == Codes{"R202:4"});
}

TEST_CASE("an utterance that cannot be said is told where it is used", "[replay]") {
    const auto refused = [](const std::string& text) {
        const auto read = read_convo("a", text, {{"UTT_A", {"I am $age"}}, {"UTT_B", {"{\"a\": 1}"}}});
        return read ? Codes{} : places_of(read.error());
    };
    CHECK(refused("#me\nUTT_A\n#bot\nUTT_B\nTEXT UTT_A\n") == Codes{"R010:2", "R010:5", "R010:4"});
    CHECK(refused("#me\nhi\n").empty());
}

TEST_CASE("waiting takes no time", "[replay]") {
    CHECK(conversations_of("#me\nhi\nPAUSE 500\n#bot\nWAITFORBOT 2000\nhello\n")[0].lines.size() == 2);
    CHECK(codes("#me\nhi\nPAUSE soon\n") == Codes{"R008:3"});
}

TEST_CASE("what is not supported is told with its place, all at once", "[replay]") {
    CHECK(codes("#include other\n#begin\nhello\n#me mobile\nhi\n#bot\n?maybe\n") ==
          Codes{"R010:1", "R010:3", "R010:4", "R010:7"});
    CHECK(codes("#me\nMEDIA a.png\n#me\n{\"text\": \"hi\"}\n#me\nhi $name\n#bot\nTEXT_REGEXP_ANY_IC a\nINTENT x\n") ==
          Codes{"R010:2", "R010:4", "R010:6", "R010:8", "R010:9"});
    CHECK(codes("#bot\nCONDITIONAL_STEP_TIME_BASED a|b\n#me\nUTT_CALL now\n") == Codes{"R010:2", "R010:4"});
    const auto mistakes = mistakes_in("#me\nhi\n#boz\nhello\n#me\nUTT_HELLO\n");
    REQUIRE(mistakes.size() == 2);
    CHECK(mistakes[0].code == "R009");
    CHECK(mistakes[0].hint == "did you mean \"bot\"?");
    CHECK(mistakes[1].code == "R011");
    CHECK(mistakes[1].line == 6);
    CHECK_FALSE(mistakes[1].hint.empty());
}

TEST_CASE("a conversation says something", "[replay]") {
    CHECK(codes("") == Codes{"R007:1"});
    CHECK(codes("only a name\n") == Codes{"R007:1"});
    CHECK(codes("#me\n\n#bot\n") == Codes{"R007:1"});
}

TEST_CASE("money and words in capitals are texts", "[replay]") {
    CHECK(conversations_of("#me\nI paid $5 for NHS glasses\n")[0].lines[0].text == "I paid $5 for NHS glasses");
    CHECK(conversations_of("#bot\nNHS 111\n")[0].lines[0].text == "NHS 111");
    CHECK(conversations_of("#bot\n# 1 of 2\n")[0].lines[0].text == "# 1 of 2");
}

TEST_CASE("lines, texts and all that a file can make are bounded", "[replay]") {
    const std::string most(kTranscriptLineBytesMax, 'a');
    CHECK(codes("#me\n" + most + "\n").empty());
    CHECK(codes("#me\n" + most + "a\n#bot\n") == Codes{"R002:2", "R007:1"});
    CHECK(codes("#me\n" + most.substr(2) + "\nb\n").empty());
    CHECK(codes("#me\n" + most.substr(1) + "\nb\n") == Codes{"R002:2"});
    std::string lines = "#me\nhi\n";
    while (std::count(lines.begin(), lines.end(), '\n') < static_cast<int>(kTranscriptLinesMax)) lines += "\n";
    CHECK(codes(lines).empty());
    CHECK(codes(lines + "\n") == Codes{"R001:2001"});
    CHECK(codes("#me\nhi\n#bot\ncaf\xE9\n") == Codes{"R003:4"});
}

TEST_CASE("the conversations that utterances make are bounded", "[replay]") {
    const auto is_read = [](std::size_t conversations, std::size_t text_bytes) {
        const Utterances many = {{"UTT_MANY", std::vector<std::string>(conversations, "a")}};
        return read_convo("a", "#me\nUTT_MANY\n#bot\n" + std::string(text_bytes, 'b') + "\n", many).has_value();
    };
    // Of each: the line with the name, the longest utterance, the text that is expected.
    const std::size_t rest = 3 * kConvoLineCost + std::string("UTT_MANY").size() + 1;
    CHECK(is_read(1024, kConvoBytesMax / 1024 - rest));
    CHECK_FALSE(is_read(1024, kConvoBytesMax / 1024 - rest + 1));
    CHECK_FALSE(is_read(100000, 1));
}

TEST_CASE("an utterance file is a name and its texts", "[replay]") {
    const auto read = read_utterances("u", "UTT_A\nhi\n\n hello \r\n");
    REQUIRE(read.has_value());
    CHECK(read->at("UTT_A") == Codes{"hi", "hello"});
    const auto places = [](const std::string& text) {
        const auto utterances = read_utterances("u", text);
        return utterances ? Codes{} : places_of(utterances.error());
    };
    CHECK(places("") == Codes{"R007:1"});
    CHECK(places("UTT_A\n\n") == Codes{"R007:1"});
    CHECK(places("\nhi\n") == Codes{"R007:1"});
    CHECK(places("UTT_A\n\xFF\n") == Codes{"R003:2"});
}

TEST_CASE("no bytes break the reader, and every refusal has a place", "[replay]") {
    const std::vector<std::string> seeds = {
        "name\n#begin\n#me\nUTT_DROOP\n#bot\n!TEXT_CONTAINS_ALL_IC a\\|b|UTT_CALL\nBUTTONS x|y\n#end\n",
        "#me\r\nBUTTON a|b\r#bot\n?\?!!what\n?opt\nWAITFORBOT\n#include x\nMEDIA\n{\n}\n$v\n#\n##\n"};
    std::mt19937 random(7);
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    for (int run = 0; run < 20000; ++run) {
        std::string text = seeds[below(seeds.size())];
        for (std::size_t edits = 1 + below(8); edits > 0; --edits) {
            const std::size_t at = below(text.size() + 1), size = below(12);
            switch (below(4)) {
                case 0: text.erase(std::min(at, text.size()), size); break;
                case 1: text.insert(at, 1, static_cast<char>(below(256))); break;
                case 2: text.insert(at, text.substr(below(text.size() + 1), size)); break;
                default: text.insert(at, 1, "#!?|\\\n\r$*_{"[below(11)]);
            }
        }
        const auto conversations = read_convo("a.convo.txt", text, kUtterances);
        if (conversations) continue;
        for (const Diagnostic& refusal : conversations.error())
            if (refusal.line < 1 || refusal.column < 1 || refusal.code.substr(0, 2) != "R0") FAIL_CHECK(text);
    }
}
