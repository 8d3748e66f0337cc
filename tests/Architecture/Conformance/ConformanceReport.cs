using System.Globalization;
using System.Text;
using Voltloop.Record.Terms;

namespace Voltloop.Tests.Architecture.Conformance;

/// <summary>Which requirement is proven by which tests, and what is not conformant.</summary>
public sealed class ConformanceReport(IReadOnlyList<Requirement> requirements, IReadOnlyList<Shortfall> shortfalls, IReadOnlyList<Proof> proofs)
{
    public const string Folder = "docs/reference";

    private readonly ILookup<string, Shortfall> _shortfalls = shortfalls.ToLookup(row => row.Requirement, StringComparer.Ordinal);
    private readonly ILookup<string, Proof> _proofs = proofs.ToLookup(proof => proof.Requirement, StringComparer.Ordinal);

    public static ConformanceReport Load(SourceTree tree) => new(
        [.. Table("passport-requirements.csv").Select(row => new Requirement(row.Required("id"), row.Required("source"), row.Required("level"), row.Required("requirement")))],
        [.. Table("passport-exceptions.csv").Select(row => new Shortfall(row.Required("requirement"), row.Required("notConformant"), row.Required("why")))],
        ProofFinder.Find(tree));

    /// <summary>Requirements that bind and have neither a test nor a reason; names that no requirement has; requirements listed twice.</summary>
    public IEnumerable<string> Gaps()
    {
        var known = requirements.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var row in requirements.Where(row => row.Binds && !_proofs.Contains(row.Id) && !_shortfalls.Contains(row.Id))) yield return $"{row.Id} has neither a test nor a reason";
        foreach (var proof in proofs.Where(proof => !known.Contains(proof.Requirement))) yield return $"{proof.Name} proves {proof.Requirement}, which is not in the table";
        foreach (var row in shortfalls.Where(row => !known.Contains(row.Requirement))) yield return $"an exception names {row.Requirement}, which is not in the table";
        foreach (var row in proofs.Where(proof => proof.Tests == 0)) yield return $"{row.Name} has the trait {row.Requirement} and no test";
        foreach (var twice in requirements.GroupBy(row => row.Id, StringComparer.Ordinal).Where(group => group.Count() > 1)) yield return $"{twice.Key} is listed twice";
    }

    /// <summary>The document, in Markdown.</summary>
    public string Write()
    {
        var text = new StringBuilder(Introduction());
        text.Append("\n## Requirements\n| requirement | asks for | level | status | proven by |\n|---|---|---|---|---|\n");
        foreach (var row in requirements) text.Append(CultureInfo.InvariantCulture, $"| **{row.Id}**<br>{row.Source} | {row.Text} | {row.Level} | {Status(row)} | {Tests(row)} |\n");
        text.Append("\n## What is not conformant, and why\n| requirement | not conformant | why |\n|---|---|---|\n");
        foreach (var row in requirements.SelectMany(row => _shortfalls[row.Id])) text.Append(CultureInfo.InvariantCulture, $"| {row.Requirement} | {row.What} | {row.Why} |\n");
        return text.ToString();
    }

    private string Introduction()
    {
        var counts = requirements.Where(row => row.Binds).GroupBy(Status, StringComparer.Ordinal).OrderByDescending(group => group.Count()).Select(group => $"{group.Count()} {group.Key}");
        return $"""
            # Conformance of the passport
            Written from the tests by `PassportConformanceTests`; do not edit. `VOLTLOOP_WRITE=1 ./test Architecture` writes it anew.

            Of {requirements.Count} requirements {requirements.Count(row => row.Binds)} bind (law or shall): {string.Join(", ", counts)}.
            *Held* means that tests prove it and no exception is known; *held in part*, that an exception is listed below.
            There is no official scheme of conformance yet, and the texts of the EN standards are for sale: the requirements are
            our words for what public sources report of them. The tables behind this page are
            [requirements](passport-requirements.csv) and [exceptions](passport-exceptions.csv).

            """.ReplaceLineEndings("\n");
    }

    private string Status(Requirement row) => (_proofs.Contains(row.Id), _shortfalls.Contains(row.Id)) switch
    {
        (true, false) => "held",
        (true, true) => "held in part",
        _ => "not held",
    };

    private string Tests(Requirement row) =>
        string.Join("<br>", _proofs[row.Id].OrderBy(proof => proof.Name, StringComparer.Ordinal).Select(proof => $"[{proof.Name.Replace('_', ' ')}](../../{proof.Path})"));

    private static IReadOnlyList<CsvRow> Table(string file) => CsvTable.Read(Path.Combine(SourceTree.Root, Folder, file));
}
