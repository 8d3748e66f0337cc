using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.Model;

/// <summary>Checks the terms of a passport against the dated rules of a category.</summary>
/// <param name="vocabulary">Data points and rules.</param>
/// <param name="category">ev, lmt, industrial or industrialStationary.</param>
/// <param name="on">The day.</param>
internal sealed class CompletenessCheck(Vocabulary vocabulary, string category, DateOnly on)
{
    /// <summary>The report for a thing whose passport has values for these terms.</summary>
    /// <param name="isModel">True when the thing is a model: what belongs to items is then not asked.</param>
    /// <param name="hidden">Terms that whoever looks may not read, stated or not; <c>null</c> for none.</param>
    /// <exception cref="ProblemException">There are no rules for the category.</exception>
    public CompletenessReport Run(ThingId thing, bool isModel, IReadOnlySet<string> present, IReadOnlySet<string>? hidden = null)
    {
        if (!vocabulary.Categories.Contains(category, StringComparer.Ordinal))
        {
            throw new ProblemException(
                CommonProblems.InvalidValue, $"There are no rules for the category \"{category}\".", null, $"Use one of {string.Join(", ", vocabulary.Categories)}.");
        }

        var lines = vocabulary.DataPoints.Select(point => Shown(Line(point, isModel, present), hidden)).ToList();
        return new CompletenessReport
        {
            Thing = thing.Value,
            Category = category,
            On = on,
            Mandatory = lines.Count(line => line.Mandatory),
            MandatoryPresent = lines.Count(line => line is { Mandatory: true, Status: CompletenessStatus.Present }),
            Counts = Enum.GetValues<CompletenessStatus>().ToDictionary(status => status, status => lines.Count(line => line.Status == status)),
            Lines = lines,
        };
    }

    /// <summary>Those of the terms hidden on a model that its items would resolve.</summary>
    public static IReadOnlySet<string>? OfModel(IReadOnlySet<string>? hidden, Vocabulary vocabulary) =>
        hidden?.Where(term => vocabulary.Find(term)?.Granularity == Granularity.Model).ToHashSet(StringComparer.Ordinal);

    private CompletenessLine Line(DataPoint point, bool isModel, IReadOnlySet<string> present)
    {
        var terms = vocabulary.TermsOf(point);
        var rules = vocabulary.RulesOf(point.Id, category);
        var now = rules.LastOrDefault(rule => rule.From is null || rule.From <= on);
        var next = rules.FirstOrDefault(rule => rule.From > on);
        var ofItems = isModel && terms.Count > 0 && terms.All(term => term.Granularity != Granularity.Model);
        var line = new CompletenessLine
        {
            DataPoint = point.Id,
            Title = point.Title,
            Status = CompletenessStatus.Present,
            Mandatory = now?.Status == RuleStatus.Mandatory && !ofItems,
            Terms = terms.Select(term => term.Id).ToList(),
            Article = (now ?? next)?.Provision is { Length: > 0 } article ? article : point.Provision,
            Since = now?.From ?? next?.From,
            Note = now?.Note ?? next?.Note,
        };
        if (IsPresent(point, present)) return line;
        return ofItems
            ? line with { Status = CompletenessStatus.NotApplicable, Note = "kept on each item of the model" }
            : Absent(line, now, next);
    }

    // Whether something hidden is there cannot be told from looking, so that it is not called missing either.
    private static CompletenessLine Shown(CompletenessLine line, IReadOnlySet<string>? hidden) =>
        hidden is not null && line.Status is not (CompletenessStatus.Present or CompletenessStatus.NotApplicable) && line.Terms.Any(hidden.Contains)
            ? line with { Status = CompletenessStatus.NotShown }
            : line;

    private bool IsPresent(DataPoint point, IReadOnlySet<string> present) =>
        vocabulary.TermsOf(point).Any(term => present.Contains(term.Id))
        || (point.Repeats.Count > 0 && point.Repeats.All(id => IsPresent(vocabulary.FindDataPoint(id)!, present)));

    private static CompletenessLine Absent(CompletenessLine line, CompletenessRule? now, CompletenessRule? next) => now switch
    {
        { Status: RuleStatus.Mandatory } => line with { Status = CompletenessStatus.Missing },
        { Status: RuleStatus.CertainCases } => line with { Status = CompletenessStatus.Conditional, Note = line.Note ?? "asked in certain cases" },
        { Status: RuleStatus.Optional } => line with { Status = CompletenessStatus.Conditional, Note = line.Note ?? "welcome, never asked" },
        { Reason: RuleReason.Pending } => line with { Status = CompletenessStatus.NotYetRequired, Since = next?.From },
        null when next is not null => line with { Status = CompletenessStatus.NotYetRequired },
        _ => line with { Status = CompletenessStatus.NotApplicable },
    };
}
