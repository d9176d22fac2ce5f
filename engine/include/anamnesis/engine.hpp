#pragma once
/// START HERE. Anamnesis asks people follow-up questions and ends with cited advice and a level of
/// urgency. The engine is pure: values in, values out. The whole of it in five calls:
///
///     Compiled c = compile(source);                         // script.hpp   files -> Dialog, or all diagnostics
///     Step s = start(*c.dialog, "en-GB");                   // step.hpp     a new conversation, its greeting
///     Acts a = understand(*c.dialog, s.session, text);      // step.hpp     words -> what they mean
///     s = step(*c.dialog, s.session, a);                    // step.hpp     the turn
///     Page p = render(*c.dialog, s.session, s.reply);       // reply.hpp    what a channel shows
///
/// and replay() runs a scripted conversation through the same calls (replay.hpp).
///
/// Where the conversation stands is a pure function of what is known: decide(dialog, findings) in
/// findings.hpp has no other input. Everything else about a conversation is Session::talk, which
/// decide() cannot see. From that come interrupts, corrections, resuming and proof.
///
/// Where a new thing goes: a new kind of rule is a field of Rule (dialog.hpp), read and linked in
/// engine/script/, acted on in engine/dialog/decide.cpp. A new command begins as a row of the table in
/// engine/dialog/commands.cpp. A new channel is a folder beside adapters/websocket/ and knows only
/// adapters/host and adapters/http. ARCHITECTURE.md lists every place.

#include <anamnesis/acts.hpp>        // what a message means
#include <anamnesis/diagnostic.hpp>  // what is wrong with a script
#include <anamnesis/dialog.hpp>      // a compiled script
#include <anamnesis/expression.hpp>  // conditions
#include <anamnesis/findings.hpp>    // what is known; decide
#include <anamnesis/replay.hpp>      // scripted conversations
#include <anamnesis/reply.hpp>       // what goes out
#include <anamnesis/result.hpp>      // value or error
#include <anamnesis/script.hpp>      // files -> Dialog
#include <anamnesis/session.hpp>     // one conversation
#include <anamnesis/step.hpp>        // the turn
