using Voltloop.Core.Problems;
using Voltloop.Record.Policies;

namespace Voltloop.Record.Terms;

/// <summary>The tables of the vocabulary as read, before they are joined.</summary>
internal sealed record VocabularyTables(
    IReadOnlyList<Term> Terms,
    IReadOnlyList<DataPoint> DataPoints,
    IReadOnlyList<CompletenessRule> Rules,
    IReadOnlyList<AudienceRule> Audiences)
{
    public static VocabularyTables Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new ProblemException(VocabularyProblems.BadTable, "The folder of tables is not there.", folder, "Install the program again.");
        return new VocabularyTables(
            Table(folder, "terms.csv", VocabularyRows.Term),
            Table(folder, "dataPoints.csv", VocabularyRows.DataPoint),
            Table(folder, "rules.csv", VocabularyRows.Rule),
            Table(folder, "access.csv", VocabularyRows.Audience));
    }

    /// <summary>These tables with those of another folder over them.</summary>
    public VocabularyTables With(VocabularyTables over) => new(
        Merge(Terms, over.Terms, term => term.Id),
        Merge(DataPoints, over.DataPoints, point => point.Id),
        MergeRules(over.Rules),
        Merge(Audiences, over.Audiences, audience => audience.Name));

    /// <summary>The same tables, after a look at whether they fit together.</summary>
    public VocabularyTables Checked()
    {
        Unique("terms.csv", Terms.Select(term => term.Id));
        Unique("dataPoints.csv", DataPoints.Select(point => point.Id));
        Unique("access.csv", Audiences.Select(audience => audience.Name));
        var terms = Terms.Select(term => term.Id).ToHashSet(StringComparer.Ordinal);
        var points = DataPoints.Select(point => point.Id).ToHashSet(StringComparer.Ordinal);
        Known("terms.csv", Terms.Select(term => term.DataPoint).OfType<string>(), points);
        Known("dataPoints.csv", DataPoints.SelectMany(point => point.AlsoTerms), terms);
        Known("dataPoints.csv", DataPoints.SelectMany(point => point.Repeats), points);
        Known("rules.csv", Rules.Select(rule => rule.Subject), [.. terms, .. points]);
        return this;
    }

    private static List<T> Table<T>(string folder, string name, Func<CsvRow, T> read)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? CsvTable.Read(path).Select(read).ToList() : [];
    }

    private static List<T> Merge<T>(IReadOnlyList<T> shipped, IReadOnlyList<T> own, Func<T, string> key)
    {
        var replaced = own.ToLookup(key, StringComparer.Ordinal);
        var known = shipped.Select(key).ToHashSet(StringComparer.Ordinal);
        return [.. shipped.Select(row => replaced[key(row)].LastOrDefault() ?? row), .. own.Where(row => !known.Contains(key(row)))];
    }

    private List<CompletenessRule> MergeRules(IReadOnlyList<CompletenessRule> own)
    {
        var replaced = own.Select(rule => (rule.Subject, rule.Category)).ToHashSet();
        return [.. Rules.Where(rule => !replaced.Contains((rule.Subject, rule.Category))), .. own];
    }

    private static void Unique(string table, IEnumerable<string> keys)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var twice = keys.FirstOrDefault(key => !seen.Add(key));
        if (twice is not null) throw new ProblemException(VocabularyProblems.BadTable, $"\"{twice}\" appears twice.", table);
    }

    private static void Known(string table, IEnumerable<string> used, HashSet<string> known)
    {
        var unknown = used.FirstOrDefault(key => !known.Contains(key));
        if (unknown is not null) throw new ProblemException(VocabularyProblems.BadTable, $"\"{unknown}\" is not defined.", table);
    }
}
