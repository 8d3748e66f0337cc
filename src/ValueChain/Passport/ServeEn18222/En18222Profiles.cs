using Voltloop.Core.Problems;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>The profiles of the table beside the program.</summary>
internal sealed class En18222Profiles
{
    /// <summary>Name of the folder of tables beside the program.</summary>
    public const string FolderName = "en18222";

    private readonly Dictionary<string, En18222Profile> _byName;

    private En18222Profiles(IReadOnlyList<En18222Profile> all)
    {
        All = all;
        _byName = all.ToDictionary(profile => profile.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All profiles, in the order of the table.</summary>
    public IReadOnlyList<En18222Profile> All { get; }

    /// <summary>Reads the table.</summary>
    /// <exception cref="ProblemException"><see cref="VocabularyProblems.BadTable"/>, with file and line.</exception>
    public static En18222Profiles Load() =>
        new(CsvTable.Read(Path.Combine(AppContext.BaseDirectory, FolderName, "profiles.csv")).Select(Row).ToList());

    /// <summary>The profile with a name.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.BadRequest"/>, with the names there are.</exception>
    public En18222Profile Get(string name) => _byName.GetValueOrDefault(name) ?? throw new ProblemException(
        CommonProblems.BadRequest, $"There is no profile \"{name}\".", "profile", $"Use one of {string.Join(", ", _byName.Keys)}.");

    private static En18222Profile Row(CsvRow row) => new(
        row.Required("name"),
        OneOf(row, "timestamp", "lastUpdate", "lastUpdated"),
        Is(row, "enumCase", "lower", "pascal"),
        OneOf(row, "children", "elements", "value"),
        Is(row, "envelope", "payload", "bare"),
        OneOf(row, "searchReply", "items", "dppIdentifiers", "payload", "pagination"),
        OneOf(row, "resultKey", "message", "messages"),
        Is(row, "patchNull", "refuse", "delete"),
        Is(row, "createReply", "document", "id"));

    private static bool Is(CsvRow row, string column, string yes, string no) => string.Equals(OneOf(row, column, yes, no), yes, StringComparison.Ordinal);

    private static string OneOf(CsvRow row, string column, params string[] allowed) =>
        allowed.Contains(row.Text(column), StringComparer.Ordinal) ? row.Text(column) : throw row.Bad(column, $"must be one of {string.Join(", ", allowed)}");
}
