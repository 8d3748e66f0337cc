using Voltloop.Core.Problems;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.ChangeLifecycle;

/// <summary>Which changes of status are allowed, from a table.</summary>
internal sealed class LifecycleRules
{
    /// <summary>Status of a battery of which none is stated.</summary>
    public const string Original = "original";

    /// <summary>All statuses (Annex XIII point 4 (c); recycled ends the passport).</summary>
    public static readonly string[] Statuses = [Original, "repurposed", "re-used", "remanufactured", "waste", "recycled"];

    private readonly IReadOnlyList<Transition> _allowed;

    private LifecycleRules(IReadOnlyList<Transition> allowed) => _allowed = allowed;

    /// <summary>Reads the table beside the program.</summary>
    /// <exception cref="ProblemException"><see cref="VocabularyProblems.BadTable"/>, with file and line.</exception>
    public static LifecycleRules Load() =>
        new(CsvTable.Read(Path.Combine(AppContext.BaseDirectory, "en18222", "transitions.csv")).Select(Row).ToList());

    /// <summary>What may follow a status.</summary>
    public IReadOnlyList<Transition> From(string status) => _allowed.Where(transition => transition.From == status).ToList();

    /// <summary>The transition between two statuses.</summary>
    /// <exception cref="ProblemException">There is no such status, or the change is not allowed.</exception>
    public Transition Get(string from, string to)
    {
        if (!Statuses.Contains(to, StringComparer.Ordinal))
            throw new ProblemException(CommonProblems.InvalidValue, $"There is no status \"{to}\".", "to", $"Use one of {string.Join(", ", Statuses)}.");
        var allowed = From(from);
        return allowed.FirstOrDefault(transition => transition.To == to) ?? throw new ProblemException(
            CommonProblems.Conflict, $"A battery that is {from} cannot become {to}.", "to",
            allowed.Count == 0 ? "Nothing follows." : $"It can become {string.Join(", ", allowed.Select(transition => transition.To))}.");
    }

    private static Transition Row(CsvRow row) => new(
        Status(row, "from"), Status(row, "to"), row.Text("newPassport") == "yes", row.Text("handOver") == "required", row.Text("ceases") == "yes", row.Text("provision"));

    private static string Status(CsvRow row, string column) =>
        Statuses.Contains(row.Text(column), StringComparer.Ordinal) ? row.Text(column) : throw row.Bad(column, $"must be one of {string.Join(", ", Statuses)}");
}
