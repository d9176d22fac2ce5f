#pragma once
/// Takes a host's dialogs from disk again, all of them or none: what cannot be loaded leaves the last good ones.

#include <functional>
#include <string>
#include <vector>

#include "host/conversation_host.hpp"

namespace anamnesis {

class DialogReloader {
public:
    using Folders = std::function<std::vector<std::string>()>;

    /// `folders` is asked anew each time, so that a dialog may come or go. What they hold now counts as loaded.
    DialogReloader(ConversationHost& host, Folders folders, ConversationHost::Superseded superseded);

    /// Loads now. True where the host now offers what is on disk; else diagnostics() says what is wrong.
    bool reload();

    enum class Seen { nothing_new, reloaded, broken };

    /// Reloads if what is on disk is other than at the last try, and the same as at the last look: a file that
    /// is being written is waited for. Call it several times a second. Cost: reads all files of the dialogs.
    Seen look();

    const Diagnostics& diagnostics() const { return diagnostics_; }  ///< of the last try; empty: it was good

    /// Names what is offered; equal for equal files.
    std::string version() const;

private:
    ConversationHost& host_;
    Folders folders_;
    ConversationHost::Superseded superseded_;
    Diagnostics diagnostics_;
    std::string tried_, seen_;  // fingerprints
};

}  // namespace anamnesis
