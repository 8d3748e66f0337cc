using Voltloop.Core.Problems;
using Voltloop.Record.Policies;

namespace Voltloop.Record.Terms;

/// <summary>
/// The vocabulary: terms, data points, dated rules and audiences, read from tables. Terms are in the order of the tables.
/// </summary>
public sealed class Vocabulary : IVocabulary
{
    private readonly Dictionary<string, Term> _terms;
    private readonly Dictionary<string, DataPoint> _points;
    private readonly ILookup<string, Term> _termsOfPoint;
    private readonly ILookup<(string Subject, string Category), CompletenessRule> _rules;

    internal Vocabulary(VocabularyTables tables)
    {
        Terms = tables.Terms;
        DataPoints = tables.DataPoints;
        Rules = tables.Rules;
        Audiences = new AudiencePolicy(tables.Audiences);
        _terms = Terms.ToDictionary(term => term.Id, StringComparer.Ordinal);
        _points = DataPoints.ToDictionary(point => point.Id, StringComparer.Ordinal);
        _termsOfPoint = Terms.Where(term => term.DataPoint is not null).ToLookup(term => term.DataPoint!, StringComparer.Ordinal);
        _rules = Rules.ToLookup(rule => (rule.Subject, rule.Category));
    }

    /// <summary>Name of the folder of tables beside the program and in the data directory.</summary>
    public const string FolderName = "vocabulary";

    /// <inheritdoc/>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>The data points, in order of their numbers.</summary>
    public IReadOnlyList<DataPoint> DataPoints { get; }

    /// <summary>All rules.</summary>
    public IReadOnlyList<CompletenessRule> Rules { get; }

    /// <summary>Who may read what.</summary>
    public AudiencePolicy Audiences { get; }

    /// <summary>Categories that rules are written for, in alphabetical order.</summary>
    public IReadOnlyList<string> Categories => Rules.Select(rule => rule.Category).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

    /// <summary>Reads the tables shipped with the program and, over them, those of a data directory.</summary>
    /// <param name="ownFolder">Folder of overriding tables; need not exist.</param>
    /// <exception cref="ProblemException"><see cref="VocabularyProblems.BadTable"/>, with file and line.</exception>
    public static Vocabulary Load(string? ownFolder = null) =>
        Load(Path.Combine(AppContext.BaseDirectory, FolderName), ownFolder);

    /// <summary>Reads the tables of a folder and, over them, those of another.</summary>
    /// <exception cref="ProblemException"><see cref="VocabularyProblems.BadTable"/>, with file and line.</exception>
    public static Vocabulary Load(string shippedFolder, string? ownFolder)
    {
        var tables = VocabularyTables.Read(shippedFolder);
        if (ownFolder is not null && Directory.Exists(ownFolder)) tables = tables.With(VocabularyTables.Read(ownFolder));
        return new Vocabulary(tables.Checked());
    }

    /// <inheritdoc/>
    public Term? Find(string id) => _terms.GetValueOrDefault(id);

    /// <summary>The data point with a number, or <c>null</c>.</summary>
    public DataPoint? FindDataPoint(string id) => _points.GetValueOrDefault(id);

    /// <summary>The terms of which any answers a data point.</summary>
    public IReadOnlyList<Term> TermsOf(DataPoint point) =>
        [.. _termsOfPoint[point.Id], .. point.AlsoTerms.Select(id => _terms[id])];

    /// <summary>The rules for a subject and category, by date; rules without a date first.</summary>
    public IReadOnlyList<CompletenessRule> RulesOf(string subject, string category) =>
        _rules[(subject, category)].OrderBy(rule => rule.From ?? DateOnly.MinValue).ToList();
}
