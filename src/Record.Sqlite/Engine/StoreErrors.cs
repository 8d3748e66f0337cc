using SQLitePCL;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;

namespace Voltloop.Record.Sqlite.Engine;

/// <summary>Translates SQLite's result codes to named problems.</summary>
internal static class StoreErrors
{
    private const int PrimaryMask = 0xFF;

    private static readonly HashSet<ProblemKind> OfStore =
    [
        RecordProblems.StoreFull, RecordProblems.StoreCorrupt,
        RecordProblems.StoreInUse, RecordProblems.StoreReadOnly, RecordProblems.StoreFailed,
    ];

    public static void Check(int code, sqlite3 database)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw Problem(raw.sqlite3_extended_errcode(database), raw.sqlite3_errmsg(database).utf8_to_string());
        }
    }

    public static ProblemException Problem(int code, string message) => new(KindOf(code), $"{message} (SQLite code {code}).");

    /// <summary>True when the store failed, false when a rule was broken.</summary>
    public static bool IsOfStore(ProblemKind kind) => OfStore.Contains(kind);

    private static ProblemKind KindOf(int code) => (code & PrimaryMask) switch
    {
        raw.SQLITE_FULL or raw.SQLITE_IOERR => RecordProblems.StoreFull,
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => RecordProblems.StoreCorrupt,
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => RecordProblems.StoreInUse,
        raw.SQLITE_READONLY => RecordProblems.StoreReadOnly,
        _ => RecordProblems.StoreFailed,
    };
}
