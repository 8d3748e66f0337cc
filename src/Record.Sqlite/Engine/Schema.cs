using System.Globalization;
using System.Reflection;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;

namespace Voltloop.Record.Sqlite.Engine;

/// <summary>Brings a database to the schema of this version, by the numbered files in <c>Migrations/</c>.</summary>
internal static class Schema
{
    /// <summary>Marks our databases in SQLite's header: "VLTR".</summary>
    public const int ApplicationId = 0x564C5452;

    private static readonly Assembly Home = typeof(Schema).Assembly;

    // A number that two files claim fails here, at the first start, and not at the first store that has run only one of them.
    private static readonly SortedList<int, string> Files = new(Home.GetManifestResourceNames()
        .Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
        .ToDictionary(n => int.Parse(n[..4], CultureInfo.InvariantCulture)));

    /// <summary>Newest schema that this version knows.</summary>
    public static int Newest => Files.GetKeyAtIndex(Files.Count - 1);

    public static int VersionOf(Database database) => (int)database.Integer("PRAGMA user_version");

    /// <summary>Runs what is missing, each file in a transaction of its own.</summary>
    public static void Migrate(Database database)
    {
        var version = CheckReadable(database);
        foreach (var (number, resource) in Files.Where(f => f.Key > version))
        {
            database.Execute($"BEGIN IMMEDIATE; {Read(resource)}; PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {number}; COMMIT;");
        }
    }

    /// <summary>Refuses what this version cannot read, and returns the version found: 0 for an empty file.</summary>
    /// <exception cref="ProblemException">Not a store, or one from a newer version.</exception>
    public static int CheckReadable(Database database)
    {
        var version = VersionOf(database);
        var id = database.Integer("PRAGMA application_id");
        if (version > Newest)
        {
            var detail = $"{database.Path} has schema {version}; this version knows up to {Newest}.";
            throw new ProblemException(RecordProblems.StoreTooNew, detail, null, "Use the version that wrote it, or a newer one.");
        }

        var isEmpty = version == 0 && id == 0 && database.Integer("SELECT count(*) FROM sqlite_master") == 0;
        return isEmpty || id == ApplicationId
            ? version
            : throw new ProblemException(RecordProblems.StoreCorrupt, $"{database.Path} is a database, but not a record.");
    }

    /// <summary>Refuses a store that would have to be migrated first.</summary>
    public static void CheckCurrent(Database database)
    {
        var version = CheckReadable(database);
        if (version < Newest)
        {
            var detail = $"{database.Path} has schema {version}, this version reads {Newest}.";
            throw new ProblemException(RecordProblems.StoreTooOld, detail, null, "Open it once for writing.");
        }
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(Home.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
