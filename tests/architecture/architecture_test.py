"""The rules hold on this tree; and each would tell if it were broken."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import rules  # noqa: E402

SOURCE = pathlib.Path(os.environ["ANAMNESIS_SOURCE"])
LIBRARY = os.environ["ANAMNESIS_ENGINE_LIB"]
COMPILER = os.environ.get("CXX", "c++")


def symbols(path):
    return subprocess.run(["nm", "-C", str(path)], capture_output=True, text=True, check=True).stdout


class Tree(unittest.TestCase):
    def test_every_rule_holds(self):
        for rule in rules.SOURCE_RULES:
            with self.subTest(rule.__doc__):
                self.assertEqual(list(rule(SOURCE)), [])

    def test_the_built_engine_is_pure(self):
        found = symbols(LIBRARY)
        self.assertIn("anamnesis::decide", found)
        self.assertEqual(sorted(set(rules.impure_symbols(found))), [])


class PlantedFaults(unittest.TestCase):
    """A fault in a copy of the tree; the rule must tell it, and nothing else."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.root = pathlib.Path(cls.temporary.name)
        for folder in ("engine", "adapters", "cmake", "tests"):
            shutil.copytree(SOURCE / folder, cls.root / folder, ignore=shutil.ignore_patterns("__pycache__"))

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def tells(self, rule, file, text):
        path = self.root / file
        before = path.read_text(encoding="utf-8") if path.exists() else None
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((before or "") + "\n" + text + "\n", encoding="utf-8")
        try:
            told = list(rule(self.root))
        finally:
            if before is None:
                path.unlink()
            else:
                path.write_text(before, encoding="utf-8")
        with self.subTest(file=file, text=text):
            self.assertEqual(len(told), 1, told)
            self.assertIn(file, told[0])

    def test_includes_upwards_and_sideways_in_the_engine(self):
        for file, include in (("engine/text/scope.cpp", "script/link.hpp"), ("engine/text/scope.cpp", "dialog/turn.hpp"),
                              ("engine/dialog/decide.cpp", "text/lexicon.hpp"),
                              ("engine/dialog/decide.cpp", "script/names.hpp"),
                              ("engine/dialog/decide.cpp", "host/ports.hpp"),
                              ("engine/script/link.cpp", "replay/player.hpp"),
                              ("engine/replay/replay.cpp", "script/link.hpp"),
                              ("engine/replay/replay.cpp", "text/lexicon.hpp")):
            self.tells(rules.inner_includes, file, f'#include "{include}"')

    def test_public_headers_that_show_what_is_inside(self):
        for include in ('"dialog/turn.hpp"', "<nlohmann/json.hpp>", "<boost/asio.hpp>", "<re2/re2.h>",
                        "<anamnesis/host/wire.hpp>"):
            self.tells(rules.inner_includes, "engine/include/anamnesis/step.hpp", f"#include {include}")

    def test_includes_upwards_and_sideways_in_the_adapters(self):
        for file, include in (("adapters/host/turn.cpp", "anamnesis/memory/memory_store.hpp"),
                              ("adapters/host/turn.cpp", "http/router.hpp"), ("adapters/host/turn.cpp", "cli/places.hpp"),
                              ("adapters/http/router.cpp", "websocket/connection.hpp"),
                              ("adapters/sqlite/schema.cpp", "memory/memory_store.hpp"),
                              ("adapters/sqlite/schema.cpp", "http/router.hpp"),
                              ("adapters/console/console.cpp", "websocket/connection.hpp"),
                              ("adapters/websocket/connection.cpp", "sqlite/schema.hpp"),
                              ("adapters/host/turn.cpp", "dialog/turn.hpp"), ("adapters/cli/main.cpp", "text/scope.hpp")):
            self.tells(rules.outer_includes, file, f'#include "{include}"')

    def test_a_folder_that_no_rule_knows(self):
        self.tells(rules.known_floors, "engine/magic/wand.cpp", "int wand();")
        self.tells(rules.known_floors, "adapters/carrier_pigeon/pigeon.cpp", "int pigeon();")

    def test_engine_tests_that_know_adapters(self):
        self.tells(rules.tests_below, "tests/engine/dialog/step_test.cpp", '#include "host/ports.hpp"')

    def test_impure_includes(self):
        for include in ("iostream", "fstream", "sstream", "chrono", "ctime", "random", "thread", "mutex", "atomic",
                        "filesystem", "locale", "cstdio", "unistd.h", "sys/stat.h", "cctype"):
            self.tells(rules.pure_engine, "engine/dialog/decide.cpp", f"#include <{include}>")

    def test_impure_names(self):
        for code in ('auto home = std::getenv("HOME");', "auto now = std::chrono::system_clock::now();", "int n = rand();",
                     "extern thread_local int depth;", "std::mt19937 dice;", 'void say() { printf("x"); }',
                     "struct Cache { mutable int hits = 0; };", "bool is(int c) { return isalnum(c); }"):
            self.tells(rules.pure_engine, "engine/script/link.cpp", code)

    def test_mutable_statics(self):
        for code in ("static int counter = 0;", "static std::map<std::string, int> cache;", "    static bool seen{};",
                     "inline static std::vector<int> all;"):
            self.tells(rules.pure_engine, "engine/dialog/decide.cpp", code)

    def test_words_about_such_things_are_no_fault(self):
        path = self.root / "engine/dialog/decide.cpp"
        before = path.read_text(encoding="utf-8")
        path.write_text(before + '// getenv, std::cout, RE2, asio::\nconst char* kText = "rand() RE2 asio:: detached";\n')
        try:
            for rule in rules.SOURCE_RULES:
                self.assertEqual(list(rule(self.root)), [], rule.__name__)
        finally:
            path.write_text(before, encoding="utf-8")

    def test_re2_outside_of_text(self):
        self.tells(rules.regular_expressions, "engine/script/language.cpp", "#include <re2/re2.h>")
        self.tells(rules.regular_expressions, "engine/dialog/decide.cpp", "namespace re2 { class RE2; }")
        self.tells(rules.regular_expressions, "adapters/host/turn.cpp", "using re2::RE2;")

    def test_the_solver_outside_of_its_file(self):
        self.tells(rules.solvers, "engine/proof/gates.cpp", "#include <cadical.hpp>")
        self.tells(rules.solvers, "engine/dialog/decide.cpp", "namespace CaDiCaL { class Solver; }")

    def test_networks_outside_of_their_folders(self):
        for file in ("adapters/host/turn.cpp", "adapters/sqlite/schema.cpp", "adapters/cli/chat.cpp", "engine/dialog/step.cpp"):
            self.tells(rules.networks, file, "#include <boost/asio/io_context.hpp>")
            self.tells(rules.networks, file, "using tcp = boost::asio::ip::tcp;")
            self.tells(rules.networks, file, "namespace http = boost::beast::http;")

    def test_the_environment_outside_of_places(self):
        self.tells(rules.environment, "adapters/cli/serve.cpp", 'const char* home = std::getenv("HOME");')
        self.tells(rules.environment, "adapters/host/ports.cpp", "extern char** environ;")

    def test_captures_inside_co_await(self):
        for code in ("co_await ask([this] { return 1; });", "const auto x = co_await f(a,\n  [&, b](int c) mutable { g(c); });",
                     "if (co_await spawn([=]() -> int { return 1; })) return;",
                     "co_await then([this](std::function<void()> f) { f(); });"):
            self.tells(rules.waiting, "adapters/http/session.cpp", f"task run() {{ {code} }}")

    def test_lambdas_that_are_no_fault(self):
        path = self.root / "adapters/http/session.cpp"
        before = path.read_text(encoding="utf-8")
        path.write_text(before + "task run() { co_await f([] { return 1; }); auto g = [this] { h(); }; co_await g(); }\n"
                        "task read() { const auto [e, n] = co_await async_read(a[i], b); x[n] = {}; }\n")
        try:
            self.assertEqual(list(rules.waiting(self.root)), [])
        finally:
            path.write_text(before, encoding="utf-8")

    def test_co_await_in_conditions(self):
        for code in ("if (!co_await open()) co_return;", "while (co_await read()) answer();"):
            self.tells(rules.conditions, "adapters/websocket/connection.cpp", f"task run() {{ {code} }}")

    def test_two_types_of_one_name(self):
        self.tells(rules.one_type_a_name, "adapters/host/conversation.hpp", "namespace anamnesis { struct Draft { int a; }; }")
        self.tells(rules.one_type_a_name, "engine/script/reader.hpp", "namespace anamnesis {\nclass Lexicon : A {};\n}")

    def test_types_that_only_share_a_name(self):
        path = self.root / "engine/dialog/step.cpp"
        before = path.read_text(encoding="utf-8")
        path.write_text(before + "namespace anamnesis { class Lexicon; namespace { struct Draft {}; }\n"
                        "namespace inner { struct Draft {}; } struct Holder { struct Draft {}; }; }\n")
        try:
            self.assertEqual(list(rules.one_type_a_name(self.root)), [])
        finally:
            path.write_text(before, encoding="utf-8")

    def test_detached_work(self):
        self.tells(rules.waiting, "adapters/websocket/connection.cpp", "void go() { co_spawn(x, run(), asio::detached); }")
        self.tells(rules.waiting, "adapters/http/listener.cpp", "void go() { std::thread(run).detach(); }")

    def test_long_files(self):
        for lines, told in ((rules.LINES_MAX, 0), (rules.LINES_MAX + 1, 1)):
            path = self.root / "engine/dialog/long.cpp"
            path.write_text("//\n" * lines, encoding="utf-8")
            try:
                self.assertEqual(len(list(rules.file_lengths(self.root))), told)
            finally:
                path.unlink()


class PlantedSymbols(unittest.TestCase):
    """Faults that words do not show, in an object compiled here."""

    def told_of(self, code):
        with tempfile.TemporaryDirectory() as folder:
            source, compiled = pathlib.Path(folder) / "fault.cpp", pathlib.Path(folder) / "fault.o"
            source.write_text(code)
            subprocess.run([COMPILER, "-std=c++20", "-O1", "-c", str(source), "-o", str(compiled)], check=True)
            return list(rules.impure_symbols(symbols(compiled)))

    def test_calls_that_lead_out(self):
        for name, code in {
                "getenv": '#include <cstdlib>\nconst char* f() { return std::getenv("HOME"); }',
                "time": "#include <ctime>\nlong f() { return std::time(nullptr); }",
                "rand": "#include <cstdlib>\nint f() { return std::rand(); }",
                "fopen": '#include <cstdio>\nvoid* f() { return std::fopen("x", "r"); }',
                "setlocale": '#include <clocale>\nchar* f() { return std::setlocale(LC_ALL, ""); }',
                "isalnum": "#include <cctype>\nint f(int c) { return std::isalnum(c); }",
                "now": "#include <chrono>\nauto f() { return std::chrono::system_clock::now(); }",
                "cout": '#include <iostream>\nvoid f() { std::cout << "x"; }'}.items():
            with self.subTest(name):
                self.assertTrue(any(name in sentence for sentence in self.told_of(code)))

    def test_variables(self):
        for code in ("int counter = 1;", "int counter;", "static int counter; int* f() { return &counter; }",
                     "int f() { static int counter; return ++counter; }"):
            with self.subTest(code):
                self.assertEqual(len(self.told_of(code)), 1)

    def test_constants_are_no_fault(self):
        self.assertEqual(self.told_of(
            "#include <string>\nnamespace a { const std::string& f() { static const std::string kWord = \"x\"; return kWord; }\n"
            "struct B { virtual ~B(); virtual int g(); }; B::~B() {} int B::g() { return 1; }\n"
            "void (*const kTable[])() = {nullptr}; auto h() { return kTable; } }"), [])


if __name__ == "__main__":
    unittest.main()
