"""What ARCHITECTURE.md promises of the source tree. Each rule gives its violations as sentences."""

import re

from tree import sources, written_files

LINES_MAX = 400

# A floor may include itself and these; what is not listed here may not be included.
ENGINE_FLOORS = {"report": set(), "text": set(), "dialog": set(), "script": {"report", "text", "dialog"},
                 "replay": {"report", "dialog"}, "proof": {"text", "dialog"}}
ADAPTER_FLOORS = {"host": set(), "http": {"host"}, "memory": {"host"}, "sqlite": {"host"}, "postgresql": {"host"}, "console": {"host"},
                  "websocket": {"host", "http"},
                  "cli": {"host", "http", "memory", "sqlite", "postgresql", "console", "websocket"}}
PUBLIC = "anamnesis/"
PUBLIC_LIBRARIES = {"boost/system/result.hpp"}

IMPURE_INCLUDES = re.compile(
    r"^(i?ostream|[if]stream|sstream|iomanip|syncstream|cstdio|stdio\.h|clocale|locale(\.h)?|chrono|c?time(\.h)?|random|"
    r"thread|jthread|mutex|shared_mutex|atomic|future|condition_variable|semaphore|barrier|latch|stop_token|coroutine|"
    r"filesystem|csignal|cctype|cwctype|ctype\.h|unistd\.h|pthread\.h|fcntl\.h|sys/.*|boost/(asio|beast|filesystem|thread)/?.*)$")
IMPURE_NAMES = re.compile(
    r"\b(getenv|setenv|putenv|system_clock|steady_clock|high_resolution_clock|localtime|gmtime|strftime|mktime|gettimeofday|"
    r"clock_gettime|setlocale|srand|rand|random_device|mt19937|printf|fprintf|puts|fopen|cout|cerr|clog|cin|thread_local|"
    r"mutable|volatile|isalnum|isalpha|isdigit|isspace|tolower|toupper|this_thread|abort|exit)\b")
MUTABLE_STATIC = re.compile(r"^\s*(?:inline\s+)?static\s+(?!const\b|constexpr\b)[\w:<>,\s&*]+?\b\w+\s*(?:=|;|\{\s*\}?;)", re.MULTILINE)

# Undefined symbols of the library that would be a way out of it; demangled, without version.
IMPURE_SYMBOLS = re.compile(
    r"^((secure_)?getenv|setenv|time|clock|clock_gettime|gettimeofday|times|(local|gm)time(_r)?|mktime|strftime|"
    r"setlocale|newlocale|uselocale|isalnum|isalpha|isdigit|isspace|tolower|toupper|__ctype_\w+|"
    r"s?rand|rand_r|s?random|[dlm]rand48|getrandom|getentropy|arc4random\w*|"
    r"f?open(at|64)?|creat|read|write|pread|pwrite|f(read|write|puts|putc|getc|gets|scanf)|v?f?printf|puts|putchar|perror|"
    r"scanf|getline|socket|connect|bind|listen|accept|send(to|msg)?|recv(from|msg)?|poll|select|epoll_\w+|"
    r"pthread_(create|mutex_\w+|cond_\w+)|system|popen|fork|v?exec\w*|kill|signal|sigaction|sleep|usleep|nanosleep|"
    r"std::(cout|cerr|clog|cin)|std::ios_base::.*|std::basic_(o|i)?f?stream.*|std::basic_filebuf.*|std::locale::.*|"
    r"std::chrono::.*now\(\)|std::thread::.*|std::random_device::.*|std::filesystem::.*|std::condition_variable::.*)$")
CONSTANT = re.compile(r"(::k[A-Z]\w*(\[abi:\w+\])?$)|^(guard variable for|vtable for|typeinfo (name )?for|VTT for|DW\.ref\.)")


def floor_of(include):
    """Of "host/wire.hpp" and <anamnesis/host/wire.hpp>: host."""
    inner = include.removeprefix(PUBLIC)
    return inner.split("/")[0] if "/" in inner else ""


def inner_includes(root):
    """engine/: its floors include downwards only, its public headers only public ones."""
    for source in sources(root, "engine"):
        floor = source.path.split("/")[1]
        for include in source.includes:
            if floor == "include":
                public = include.startswith(PUBLIC) and not floor_of(include) or "/" not in include and "." not in include
                if not public and include not in PUBLIC_LIBRARIES:
                    yield f"{source.path} is public and includes {include}"
            elif floor_of(include) in set(ENGINE_FLOORS) | set(ADAPTER_FLOORS):
                if floor_of(include) not in ENGINE_FLOORS.get(floor, set()) | {floor}:
                    yield f"{source.path} includes {include}"


def outer_includes(root):
    """adapters/: host < http < stores and channels, never a sibling, < cli; of the engine the public headers alone."""
    for source in sources(root, "adapters"):
        floor = source.path.split("/")[1]
        for include in source.includes:
            if floor_of(include) in ENGINE_FLOORS:
                yield f"{source.path} includes {include}, which is not public"
            elif floor_of(include) in ADAPTER_FLOORS and floor_of(include) not in ADAPTER_FLOORS.get(floor, set()) | {floor}:
                yield f"{source.path} includes {include}"


def known_floors(root):
    """Every folder of sources is a floor that the rules above know."""
    for source in sources(root, "engine"):
        if source.path.split("/")[1] not in set(ENGINE_FLOORS) | {"include"}:
            yield f"{source.path} is on no floor"
    for source in sources(root, "adapters"):
        if source.path.split("/")[1] not in ADAPTER_FLOORS:
            yield f"{source.path} is on no floor"


def tests_below(root):
    """The tests of the engine know nothing of adapters."""
    for source in sources(root, "tests/engine"):
        for include in source.includes:
            if floor_of(include) in ADAPTER_FLOORS:
                yield f"{source.path} includes {include}"


def pure_engine(root):
    """engine/: no I/O, clock, environment, locale, randomness, threads or mutable globals, as far as words tell."""
    for source in sources(root, "engine"):
        for include in source.includes:
            if IMPURE_INCLUDES.match(include):
                yield f"{source.path} includes {include}"
        for name in sorted(set(IMPURE_NAMES.findall(source.code))):
            yield f"{source.path} names {name}"
        for variable in MUTABLE_STATIC.findall(source.code):
            yield f"{source.path} has a static that is not const: {variable.strip()}"


def impure_symbols(nm_output):
    """The same, as far as the built library tells; `nm_output` is that of nm -C."""
    for line in nm_output.splitlines():
        found = re.match(r"^[0-9a-f]*\s+([A-Za-z])\s+(.*)$", line)
        if not found:
            continue
        kind, symbol = found.group(1), re.sub(r"@.*$", "", found.group(2))
        if kind in "Uw" and IMPURE_SYMBOLS.match(symbol):
            yield f"the engine needs {symbol}"
        if kind in "BbDdCG" and not CONSTANT.search(symbol):
            yield f"the engine has a variable {symbol}"


def regular_expressions(root):
    """RE2 is named in engine/text alone."""
    for source in sources(root, "engine") + sources(root, "adapters"):
        if source.folder == "engine/text":
            continue
        if re.search(r"\b(re2|RE2)\b", source.code) or any(i.startswith("re2/") for i in source.includes):
            yield f"{source.path} names RE2"


def solvers(root):
    """CaDiCaL is named in engine/proof/solver alone."""
    for source in sources(root, "engine") + sources(root, "adapters"):
        named = re.search(r"\bCaDiCaL\b", source.code) or "cadical.hpp" in source.includes
        if named and source.path not in ("engine/proof/solver.hpp", "engine/proof/solver.cpp"):
            yield f"{source.path} names CaDiCaL"


def networks(root):
    """Asio and Beast are named in adapters/http, adapters/websocket and the cli's serve.cpp and stores.* alone."""
    for source in sources(root, "engine") + sources(root, "adapters"):
        if source.folder in ("adapters/http", "adapters/websocket") or re.match(r"adapters/cli/(serve|stores)\.", source.path):
            continue
        named = re.search(r"\b(asio|beast)::", source.code)
        if named or any(re.match(r"boost/(asio|beast)\b", i) for i in source.includes):
            yield f"{source.path} names Asio or Beast"


def environment(root):
    """The environment is read in adapters/cli/places.cpp alone."""
    for source in sources(root, "engine") + sources(root, "adapters"):
        if source.path != "adapters/cli/places.cpp" and re.search(r"\b(secure_)?getenv\b|\benviron\b", source.code):
            yield f"{source.path} reads the environment"


def waiting(root):
    """No lambda with captures inside a co_await expression (GCC 12 destroys them twice), nothing detached."""
    for source in sources(root, "adapters"):
        for expression in re.findall(r"\bco_await\b[^;]*;", source.code):
            if re.search(r"(?<![\w\])])\[[^\[\]]+\]\s*(\(|\{|->|mutable\b)", expression):
                yield f"{source.path} has a lambda with captures in: {' '.join(expression.split())}"
        if re.search(r"\bdetach(ed)?\b", source.code):
            yield f"{source.path} detaches something"


def conditions(root):
    """No co_await is negated or is the condition of a loop: GCC 12 makes an illegal instruction of it."""
    for source in sources(root, "adapters"):
        for expression in re.findall(r"!\s*co_await\b|\bwhile\s*\(\s*co_await\b", source.code):
            yield f"{source.path} has: {expression}"


SCOPE = re.compile(r"\bnamespace\s+(?P<space>[\w:]*)\s*\{|\b(?:struct|class|enum(?:\s+class)?)\s+(?:\[\[\w+\]\]\s*)?"
                   r"(?P<type>[\w:]+)[^;{}()=<>]*\{|(?P<open>\{)|(?P<close>\})")


def types_of(source):
    """The types that other files can see, with their namespaces."""
    scopes = []
    for found in SCOPE.finditer(source.code):
        if found["close"]:
            scopes[-1:] = []
            continue
        if found["type"] and all(scopes):
            yield "::".join(scopes + [found["type"]])
        scopes.append(found["space"] or "")


def one_type_a_name(root):
    """No two types have one name: the linker would make them one without a word."""
    seen = {}
    for source in sources(root, "engine") + sources(root, "adapters"):
        for name in types_of(source):
            if name in seen:
                yield f"{name} is in {seen[name]} and in {source.path}"
            seen.setdefault(name, source.path)


def file_lengths(root):
    """A file is short enough to be read."""
    for path in written_files(root):
        lines = path.read_text(encoding="utf-8").count("\n")
        if lines > LINES_MAX:
            yield f"{path} has {lines} lines"


SOURCE_RULES = [inner_includes, outer_includes, known_floors, tests_below, pure_engine, regular_expressions, solvers, networks,
                environment, waiting, conditions, one_type_a_name, file_lengths]
