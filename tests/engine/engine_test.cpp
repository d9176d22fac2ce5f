#include <catch2/catch.hpp>

#include "engine/tiny_dialog.hpp"

// As engine.hpp shows it; tests/docs/ tells when it differs.
#include <stdexcept>
#include <anamnesis/engine.hpp>
using namespace anamnesis;

Page first_answer(const ScriptSource& files, std::string_view words) {
    const Compiled script = compile(files);  // a Dialog, or everything that is wrong with the files
    if (!script.dialog) throw std::invalid_argument(to_string(script.diagnostics.front()));
    const Dialog& dialog = *script.dialog;
    const Step greeting = start(dialog, "en-GB");                    // a new conversation
    const Acts meant = understand(dialog, greeting.session, words);  // words -> what they mean
    const Step turn = step(dialog, greeting.session, meant);         // the turn
    return render(dialog, turn.session, turn.reply);                 // what a channel shows
}

TEST_CASE("The example of the first header answers") {
    const Page page = first_answer(tests::tiny_source(), "one side of my face droops");
    REQUIRE(page.outcome);
    CHECK(page.outcome->level == Level::emergency);
    CHECK(page.messages.front().text == "Call 999 now.");
}

TEST_CASE("The example of the first header says why a script cannot be used") {
    ScriptSource files = tests::tiny_source();
    files.main.dialog.text = "{}";
    CHECK_THROWS_AS(first_answer(files, "hello"), std::invalid_argument);
}
