#pragma once
/// One open connection to the store's file, with its rows and transactions; used by one thread.

#include <string>

#include "sqlite/database.hpp"
#include "sqlite/records.hpp"
#include "sqlite/job.hpp"

namespace anamnesis::sqlite {

class FileConnection {
public:
    /// Durable, and waits two seconds at most for another program's lock. The schema is as it is.
    static Result<FileConnection> open(const std::string& file);

    /// Once the schema is made.
    Result<bool> prepare();

    sqlite3* raw() const { return database_.get(); }
    Records& records() { return *records_; }

    enum class Kind { read, write };
    struct Failure {
        Error error;
        bool disk_failed = false;  ///< nobody knows what is on disk
        bool is_of_all = false;    ///< before any job was begun
    };

    /// Does jobs in one transaction; gives nothing, or what it was rolled back for.
    std::optional<Failure> transact(Kind kind, const Jobs& jobs);

    /// Copies the log into the file, in one of SQLite's modes. False: the disk failed. A reader may be in its way,
    /// which is no failure: the next time goes on.
    bool checkpoint(int mode);

private:
    Failure roll_back(const Error& error);
    explicit FileConnection(Database database) : database_(std::move(database)) {}
    std::optional<Error> check_place() const;

    Database database_;
    std::optional<Records> records_;
};

}  // namespace anamnesis::sqlite
