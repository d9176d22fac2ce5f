#pragma once
/// START HERE. Anamnesis asks people follow-up questions and ends with cited advice and a level of
/// urgency. The engine is pure: values in, values out. The whole of it in five calls:
///
///     #include <stdexcept>
///     #include <anamnesis/engine.hpp>
///     using namespace anamnesis;
///
///     Page first_answer(const ScriptSource& files, std::string_view words) {
///         const Compiled script = compile(files);  // a Dialog, or everything that is wrong with the files
///         if (!script.dialog) throw std::invalid_argument(to_string(script.diagnostics.front()));
///         const Dialog& dialog = *script.dialog;
///         const Step greeting = start(dialog, "en-GB");                    // a new conversation
///         const Acts meant = understand(dialog, greeting.session, words);  // words -> what they mean
///         const Step turn = step(dialog, greeting.session, meant);         // the turn
///         return render(dialog, turn.session, turn.reply);                 // what a channel shows
///     }
///
/// and replay() runs a scripted conversation through the same calls (replay.hpp). Who wants stored conversations,
/// folders of scripts and channels takes <anamnesis/host/conversation_host.hpp>, which stands on this.
///
/// Values own what they hold: a Session or Page outlives the Dialog it came from. A const Dialog may be used by
/// any number of threads at once; so may every function here, since none keeps anything. Only std::bad_alloc is
/// thrown, where not said otherwise. Strings are UTF-8, and offsets, columns and sizes are in bytes.
///
/// Where the conversation stands is a pure function of what is known: decide(dialog, findings) in
/// findings.hpp has no other input. Everything else about a conversation is Session::talk, which
/// decide() cannot see. From that come interrupts, corrections, resuming and proof.
///
/// Where a new thing goes: a new kind of rule is a field of Rule (dialog.hpp), read and linked in
/// engine/script/, acted on in engine/dialog/decide.cpp. A new command begins as a row of the table in
/// engine/dialog/commands.cpp. A new channel is a folder beside adapters/websocket/ and knows only
/// adapters/host and adapters/http. ARCHITECTURE.md lists every place.

#include <anamnesis/acts.hpp>         // what a message means
#include <anamnesis/assessment.hpp>   // one message by itself
#include <anamnesis/diagnostic.hpp>   // what is wrong with a script
#include <anamnesis/dialog.hpp>       // a compiled script
#include <anamnesis/explanation.hpp>  // why a conversation stands where it stands
#include <anamnesis/expression.hpp>   // conditions
#include <anamnesis/findings.hpp>     // what is known; decide
#include <anamnesis/fit.hpp>          // which dialog a message is for
#include <anamnesis/replay.hpp>       // scripted conversations
#include <anamnesis/reply.hpp>        // what goes out
#include <anamnesis/result.hpp>       // value or error
#include <anamnesis/script.hpp>       // files -> Dialog
#include <anamnesis/session.hpp>      // one conversation
#include <anamnesis/step.hpp>         // the turn
