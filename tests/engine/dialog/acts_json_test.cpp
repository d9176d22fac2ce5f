// Acts as stores keep them.

#include <catch2/catch.hpp>

#include <anamnesis/acts.hpp>

using namespace anamnesis;

namespace {

bool comes_back(const Acts& acts) { return acts_from_json(acts_to_json(acts)) == acts; }

std::string list_of(std::size_t n) {
    std::string out = "[";
    for (std::size_t i = 0; i < n; ++i) out += std::string(i ? "," : "") + R"({"topic":"t"})";
    return out + "]";
}

std::string sized(std::size_t bytes) {
    const std::string head = R"([{"topic":")", tail = R"("}])";
    return head + std::string(bytes - head.size() - tail.size(), 'x') + tail;
}

}  // namespace

TEST_CASE("Acts come back as they were") {
    const Acts acts = {
        Mention{"face_droop", Status::present, {}, {}, "findings.face_droop.phrases/2", {3, 9}},
        Mention{"duration", Status::present, "weeks", 21.5, "findings.duration.phrases/0", {0, 7}},
        Answer{"face", {"yes"}, {}, false, false},
        Answer{"signs", {"fever", "unsure"}, {}, true, false},
        Answer{"signs", {}, {}, true, true},
        Answer{"duration", {}, 10, false, false},
        Command{"change", "face"},
        Command{"help", {}},
        TopicAsked{"bells"},
    };
    CHECK(comes_back(acts));
    CHECK(comes_back({}));
}

TEST_CASE("Every status and every reason has a name of its own") {
    for (const Status status :
         {Status::present, Status::absent, Status::uncertain, Status::past, Status::other_person, Status::hypothetical})
        CHECK(comes_back({Mention{"f", status, {}, {}, "p", {0, 1}}}));
    using Reason = NotUnderstood::Reason;
    for (const Reason reason : {Reason::empty, Reason::unknown, Reason::conflict, Reason::which})
        CHECK(comes_back({NotUnderstood{reason}}));
}

TEST_CASE("Bytes that are no UTF-8 are replaced, and the rest comes back") {
    const auto read = acts_from_json(acts_to_json({Command{"language", "\xFF"}}));
    REQUIRE(read.has_value());
    REQUIRE(read->size() == 1);
    CHECK(std::get<Command>(read->front()) == Command{"language", "\xEF\xBF\xBD"});
}

TEST_CASE("What is no list of acts gives nothing") {
    const std::string text =
        GENERATE("", "garbage", "null", "{}", "7", "[", "[7]", "[null]", "[[]]", "[{}]", R"([{"topic":7}])",
                 R"([{"command":"help"}])", R"([{"not_understood":"why"}])", R"([{"not_understood":7}])",
                 R"([{"answer":"a"}])", R"([{"answer":"a","choices":"yes"}])", R"([{"answer":"a","choices":[7]}])",
                 R"([{"answer":"a","choices":[],"number":"7"}])", R"([{"answer":"a","choices":[],"typed":"yes"}])",
                 R"([{"mention":"m","status":"present","phrase":"p"}])",
                 R"([{"mention":"m","status":"present","phrase":"p","span":[0]}])",
                 R"([{"mention":"m","status":"present","phrase":"p","span":"x"}])",
                 R"([{"mention":"m","status":"odd","phrase":"p","span":[0,1]}])",
                 R"([{"mention":"m","status":7,"phrase":"p","span":[0,1]}])", "[{\"topic\":\"\xFF\"}]");
    CAPTURE(text);
    CHECK_FALSE(acts_from_json(text).has_value());
}

TEST_CASE("A store gives at most 1,000 acts and 256 KiB") {
    CHECK(acts_from_json(list_of(1000))->size() == 1000);
    CHECK_FALSE(acts_from_json(list_of(1001)).has_value());
    CHECK(acts_from_json(sized(256 * 1024)).has_value());
    CHECK_FALSE(acts_from_json(sized(256 * 1024 + 1)).has_value());
    CHECK_FALSE(acts_from_json(std::string(200 * 1024, '[')).has_value());
}
