/// `anamnesis schema`: JSON Schemas for the files of one dialog, in which an editor finds its ids.

#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/transcripts.hpp"
#include "host/script_folder.hpp"

namespace anamnesis::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// Ids by the definition of the schema that they fill.
using Ids = std::map<std::string, std::set<std::string>>;

/// The value under `key`, or null; of a script with mistakes too.
Json part(const Json& script, const char* key) { return script.is_object() ? script.value(key, Json()) : Json(); }

void add_keys(const Json& object, const std::string& prefix, std::set<std::string>& out) {
    if (object.is_object())
        for (const auto& [key, value] : object.items()) out.insert(prefix + key);
}

void add_ids(const Json& list, const std::string& prefix, std::set<std::string>& out) {
    for (const Json& item : list)
        if (const Json id = part(item, "id"); id.is_string()) out.insert(prefix + id.get<std::string>());
}

/// What the words name too: sections of a locale file.
void add_words(const Json& script, Ids& ids) {
    for (const char* section : {"findings", "outcomes", "causes", "advice", "topics"})
        add_keys(part(script, section), "", ids[section]);
    add_ids(part(script, "rules"), "", ids["rules"]);
    add_ids(part(script, "states"), "", ids["states"]);
    add_ids(part(script, "checks"), "", ids["questions"]);
    for (const Json& state : part(script, "states")) add_ids(part(state, "questions"), "", ids["questions"]);
    for (const Json& outcome : part(script, "outcomes"))
        for (const Json& sign : part(outcome, "watch_for"))
            if (sign.is_string()) ids["watch_for"].insert(sign.get<std::string>());
}

/// What the script's own keys may name, in it and in what it includes.
void add_names(const Json& script, const std::string& prefix, Ids& ids) {
    add_keys(part(script, "findings"), prefix, ids["finding_id"]);
    add_keys(part(script, "findings"), prefix, ids["condition"]);
    add_keys(part(script, "defines"), prefix, ids["condition"]);
    add_keys(part(script, "outcomes"), prefix, ids["outcome_id"]);
    add_ids(part(script, "checks"), prefix, ids["check_id"]);
    add_keys(part(script, "sources"), "", ids["source_id"]);
}

void add_includes(const Json& main, const ScriptSource& source, Ids& ids) {
    for (const ScriptFolder& folder : source.includes) {
        const Json script = Json::parse(folder.dialog.text, nullptr, false);
        std::string prefix;
        for (const Json& include : part(main, "include"))
            if (part(include, "id") == part(script, "id") && part(include, "as").is_string())
                prefix = part(include, "as").get<std::string>() + ".";
        add_names(script, prefix, ids);
        add_ids(part(script, "states"), prefix, ids["used_state"]);
    }
}

Ids ids_of(const Json& main, const ScriptSource& source) {
    Ids ids;
    add_words(main, ids);
    add_names(main, "", ids);
    add_keys(part(main, "causes"), "", ids["cause_id"]);
    add_keys(part(main, "scales"), "", ids["scale_id"]);
    add_includes(main, source, ids);
    ids["stage"] = {"once", "end"};
    for (const auto* states : {&ids["states"], &ids["used_state"]})
        for (const std::string& state : *states) ids["stage"].insert("after " + state);
    return ids;
}

/// A definition that holds ids offers those of the dialog; it forbids no other, which may be new.
void fill(Json& definition, const std::set<std::string>& ids) {
    if (part(definition, "type") != "object") {
        definition = {{"anyOf", {{{"enum", ids}}, {{"type", "string"}}}}};
        return;
    }
    for (const std::string& id : ids) definition["properties"][id] = definition["additionalProperties"];
}

Result<std::string> filled(const std::string& path, const Ids& ids) {
    const auto text = read_file(path);
    if (!text) return text.error();
    Json schema = Json::parse(*text, nullptr, false);
    if (!schema.is_object()) return Error{Errc::bad_input, path + " is no JSON Schema"};
    for (auto& [name, definition] : schema["definitions"].items())
        if (const auto found = ids.find(name); found != ids.end()) fill(definition, found->second);
    return schema.dump(2) + "\n";
}

int write_schemas(const std::string& dialog_dir) {
    const auto source = read_script_folder(dialog_dir);
    const auto complain = [](const std::string& what) {
        std::cerr << what << '\n';
        return kCouldNotStart;
    };
    if (!source) {
        for (const auto& diagnostic : source.error()) complain(to_string(diagnostic));
        return kCouldNotStart;
    }
    const Json main = Json::parse(source->main.dialog.text, nullptr, false);
    if (!main.is_object()) return complain(source->main.dialog.path + ": this is not valid JSON; chat tells where");
    const fs::path folder = fs::path(dialog_dir) / "schema";
    std::error_code ignored;
    fs::create_directories(folder, ignored);
    for (const char* name : {"dialog.schema.json", "locale.schema.json"}) {
        const auto schema =
            filled((fs::path(dialog_dir) / ".." / "schema" / name).lexically_normal().string(), ids_of(main, *source));
        if (!schema) return complain("anamnesis: " + schema.error().message);
        const auto written = write_file((folder / name).string(), *schema);
        if (!written) return complain("anamnesis: " + written.error().message);
        std::cout << (folder / name).string() << '\n';
    }
    return kDone;
}

}  // namespace

void add_schema(CLI::App& app, int& status) {
    const auto dialog_dir = std::make_shared<std::string>();
    CLI::App* const command = app.add_subcommand("schema", "Write JSON Schemas with the ids of a dialog, for editors");
    command->add_option("DIALOG_DIR", *dialog_dir, "Folder of the dialog; they go to its folder schema/")->required();
    command->callback([dialog_dir, &status] { status = write_schemas(*dialog_dir); });
}

}  // namespace anamnesis::cli
