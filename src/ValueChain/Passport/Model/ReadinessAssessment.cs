using Voltloop.Core.Identities;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.Model;

/// <summary>Judges a fleet on a day: every group once, every model once.</summary>
internal sealed class ReadinessAssessment(Vocabulary vocabulary, Fleet fleet, DateOnly on)
{
    private const int MostExamples = 5;
    private const string NoModel = "Items without a model";

    // The identifier of a thing is the identifier of its passport: it cannot be missing on an item.
    private static readonly string[] Always = ["batteryPassportIdentifier"];

    private readonly Dictionary<FleetGroup, CompletenessReport> _reports = [];

    /// <summary>The report.</summary>
    public ReadinessReport Run()
    {
        foreach (var group in fleet.Groups.Keys.Where(group => group.Category is not null)) _reports[group] = Check(group);
        var lines = fleet.Groups.Keys.GroupBy(group => (group.Model, group.Category)).Select(cluster => Line([.. cluster]))
            .Concat(Lonely().Select(ModelAlone))
            .OrderByDescending(model => model.Gaps.Count).ThenBy(model => model.Model, StringComparer.Ordinal).ToList();
        return new ReadinessReport
        {
            On = on,
            Items = fleet.Groups.Values.Sum(),
            ItemsReady = lines.Sum(line => line.ItemsReady),
            ItemsWithoutCategory = Count(fleet.Groups.Keys.Where(group => group.Category is null)),
            ItemsWithGaps = Count(_reports.Where(pair => pair.Value.Lines.Any(line => IsMissing(line) && LevelOf(line, pair.Key.Model) == ReadinessLevel.Item)).Select(pair => pair.Key)),
            InForce = vocabulary.Rules.Any(rule => rule.Status == RuleStatus.Mandatory && (rule.From is null || rule.From <= on)),
            Models = lines,
            Ahead = new ReadinessOutlook(vocabulary, fleet, _reports).After(on),
        };
    }

    private CompletenessReport Check(FleetGroup group)
    {
        var model = group.Model is null ? null : fleet.Models.GetValueOrDefault(group.Model);
        var present = fleet.Sets[group.Terms].Concat(model?.Shared ?? Enumerable.Empty<string>()).Concat(Always).ToHashSet(StringComparer.Ordinal);
        return new CompletenessCheck(vocabulary, group.Category!, on).Run(default, isModel: false, present, CompletenessCheck.OfModel(model?.Hidden, vocabulary));
    }

    private ReadinessModel Line(List<FleetGroup> groups)
    {
        var (model, category) = (groups[0].Model, groups[0].Category);
        return new ReadinessModel
        {
            Model = model,
            Label = model is null ? NoModel : fleet.Models.GetValueOrDefault(model)?.Label ?? model,
            Category = category,
            Items = Count(groups),
            ItemsReady = Count(groups.Where(group => _reports.TryGetValue(group, out var report) && report.Complete)),
            Gaps = category is null ? [] : Gaps(groups),
            NotShown = groups.Select(group => _reports.GetValueOrDefault(group)?.Counts[CompletenessStatus.NotShown] ?? 0).Max(),
        };
    }

    private List<ReadinessGap> Gaps(List<FleetGroup> groups) => _reports[groups[0]].Lines.Select((line, index) => (
            Line: line, Lacking: groups.Where(group => IsMissing(_reports[group].Lines[index])).ToList()))
        .Where(pair => pair.Lacking.Count > 0).Select(pair => Gap(pair.Line, pair.Lacking)).ToList();

    private ReadinessGap Gap(CompletenessLine line, List<FleetGroup> lacking)
    {
        var level = LevelOf(line, lacking[0].Model);
        return Gap(line, level) with
        {
            Items = Count(lacking),
            Examples = level == ReadinessLevel.Model ? [] : [.. lacking.SelectMany(group => fleet.Examples[group]).Order(StringComparer.Ordinal).Take(MostExamples)],
        };
    }

    private static ReadinessGap Gap(CompletenessLine line, ReadinessLevel level) => new()
    {
        DataPoint = line.DataPoint, Title = line.Title, Level = level, Items = 0, Terms = line.Terms, Article = line.Article, Since = line.Since,
    };

    // A model that no item belongs to yet is still to be made ready.
    private IEnumerable<FleetModel> Lonely()
    {
        var used = fleet.Groups.Keys.Select(group => group.Model).ToHashSet(StringComparer.Ordinal);
        return fleet.Models.Values.Where(model => model.IsOwn && !used.Contains(model.Id));
    }

    private ReadinessModel ModelAlone(FleetModel model) => new()
    {
        Model = model.Id,
        Label = model.Label,
        Category = model.Category,
        Items = 0,
        ItemsReady = 0,
        Gaps = model.Category is null ? [] : new CompletenessCheck(vocabulary, model.Category, on).Run(default, isModel: true, model.Own)
            .Lines.Where(IsMissing).Select(line => Gap(line, ReadinessLevel.Model)).ToList(),
    };

    private ReadinessLevel LevelOf(CompletenessLine line, string? model) =>
        model is not null && line.Terms.Any(term => vocabulary.Find(term)!.Granularity == Granularity.Model) ? ReadinessLevel.Model : ReadinessLevel.Item;

    private static bool IsMissing(CompletenessLine line) => line.Status == CompletenessStatus.Missing;

    private int Count(IEnumerable<FleetGroup> groups) => groups.Sum(group => fleet.Groups[group]);
}
