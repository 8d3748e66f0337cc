using Voltloop.Core.Identities;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.Model;

/// <summary>What the categories of a fleet will be asked for after a day.</summary>
internal sealed class ReadinessOutlook(Vocabulary vocabulary, Fleet fleet, IReadOnlyDictionary<FleetGroup, CompletenessReport> reports)
{
    /// <summary>Obligations that begin later, by date, category and data point.</summary>
    public IReadOnlyList<ReadinessAhead> After(DateOnly day)
    {
        var categories = fleet.Groups.Keys.Select(group => group.Category).Concat(fleet.Models.Values.Select(model => model.Category))
            .OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var rules = from category in categories
                    from point in vocabulary.DataPoints
                    from rule in vocabulary.RulesOf(point.Id, category)
                    where rule.From > day && (rule.Status is RuleStatus.Mandatory or RuleStatus.CertainCases)
                    select (point, rule);
        return [.. rules.Select(pair => Ahead(pair.point, pair.rule)).OrderBy(ahead => ahead.From).ThenBy(ahead => ahead.Category, StringComparer.Ordinal)];
    }

    private ReadinessAhead Ahead(DataPoint point, CompletenessRule rule)
    {
        var groups = reports.Where(pair => string.Equals(pair.Key.Category, rule.Category, StringComparison.Ordinal)).ToList();
        var lacking = groups.Where(pair => IsLacking(pair.Value, point)).ToList();
        var ofModel = vocabulary.TermsOf(point).Any(term => term.Granularity == Granularity.Model);
        return new ReadinessAhead
        {
            From = rule.From!.Value,
            Category = rule.Category,
            DataPoint = point.Id,
            Title = point.Title,
            Asked = rule.Status,
            Article = rule.Provision.Length > 0 ? rule.Provision : point.Provision,
            Items = groups.Sum(pair => fleet.Groups[pair.Key]),
            ItemsLacking = lacking.Sum(pair => fleet.Groups[pair.Key]),
            ModelsLacking = ofModel ? lacking.Select(pair => pair.Key.Model).OfType<string>().Distinct(StringComparer.Ordinal).Count() : 0,
        };
    }

    private static bool IsLacking(CompletenessReport report, DataPoint point) =>
        report.Lines.First(line => string.Equals(line.DataPoint, point.Id, StringComparison.Ordinal)).Status is not (CompletenessStatus.Present or CompletenessStatus.NotShown);
}
