#pragma once
/// A disk that can be full, or lose what it was told to keep: SQLite's own files, with two calls in between.

#include <sqlite3.h>

namespace anamnesis::tests {

struct FaultyDisk {
    static inline bool is_full = false;
    static inline bool fails_to_sync = false;

    /// From now on every file that SQLite opens is on it.
    static void install() {
        static sqlite3_vfs vfs = *sqlite3_vfs_find(nullptr);
        static bool is_installed = false;
        if (is_installed) return;
        is_installed = true;
        system = sqlite3_vfs_find(nullptr);
        vfs.zName = "faulty";
        vfs.xOpen = open;
        sqlite3_vfs_register(&vfs, 1);
    }

private:
    /// A database and its log have methods of their own; those that matter here are the same.
    static inline sqlite3_vfs* system = nullptr;
    static inline sqlite3_io_methods real = {};
    static inline sqlite3_io_methods of_database = {}, of_log = {};

    static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
        const int code = system->xOpen(system, name, file, flags, out);
        if (code != SQLITE_OK || !file->pMethods) return code;
        sqlite3_io_methods& faulty = (flags & SQLITE_OPEN_MAIN_DB) != 0 ? of_database : of_log;
        real = faulty = *file->pMethods;
        faulty.xWrite = write;
        faulty.xSync = sync;
        file->pMethods = &faulty;
        return code;
    }

    static int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
        return is_full ? SQLITE_FULL : real.xWrite(file, bytes, count, offset);
    }

    static int sync(sqlite3_file* file, int flags) {
        return fails_to_sync ? SQLITE_IOERR_FSYNC : real.xSync(file, flags);
    }
};

}  // namespace anamnesis::tests
