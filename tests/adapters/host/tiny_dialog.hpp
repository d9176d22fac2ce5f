#pragma once
/// The small dialogs of the host's tests, loaded as a server loads one.

#include <memory>
#include <string>

#include "host/script_folder.hpp"

namespace anamnesis::tests {

/// A folder that is gone at the end of its scope.
class TempFolder {
public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    /// `name` below the folder.
    std::string at(const std::string& name) const;
    void write(const std::string& name, const std::string& text) const;
    std::string read(const std::string& name) const;

private:
    std::string path_;
};

/// Copies the dialog to `folder`/tiny and what all dialogs share to `folder`/common.
void copy_tiny_dialog(const TempFolder& folder);

/// The dialog, loaded once.
std::shared_ptr<const LoadedScript> tiny_script();

/// Copies the engine's test dialog to `folder`/knee; what all dialogs share must be there.
void copy_knee_dialog(const TempFolder& folder);

/// Another dialog, with flags that the tiny one does not know.
std::shared_ptr<const LoadedScript> knee_script();

/// The same dialog with another text in one of its files.
std::shared_ptr<const LoadedScript> changed_tiny_script(const std::string& file, const std::string& before,
                                                        const std::string& after);

/// The same dialog as its author's next version, with another question.
std::shared_ptr<const LoadedScript> next_tiny_script();

}  // namespace anamnesis::tests
