using System.Runtime.InteropServices;
using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Passport.Model;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;

namespace Voltloop.Passport.AssessReadiness;

/// <summary>
/// Reads a fleet by scanning the record term by term: a hundred scans for any number of batteries, instead of a read for
/// each battery. A battery costs one small entry; its values pass by.
/// </summary>
/// <param name="sight">Whose fleet it is: things that the operator of the actor answers for; <c>null</c> for all things.</param>
internal sealed class FleetReader(IRecordReader record, Vocabulary vocabulary, Sight? sight)
{
    private const int ExamplesPerGroup = 5;
    private const string CategoryTerm = "batteryCategory";

    private OwnThings? _own;

    /// <summary>The fleet as it holds at a moment.</summary>
    /// <param name="model">Only this model and its items; <c>null</c> for all.</param>
    public async Task<Fleet> ReadAsync(ThingId? model, AsOf asOf, CancellationToken cancellation)
    {
        _own = sight is null or { IsWhole: true } ? null : await sight.OwnAsync(record, cancellation).ConfigureAwait(false);
        var models = await ModelsAsync(model, asOf, cancellation).ConfigureAwait(false);
        var items = await ItemsAsync(model, cancellation).ConfigureAwait(false);
        var sets = new TermSets();
        foreach (var term in Terms()) await ScanAsync(term, asOf, (items, sets), cancellation).ConfigureAwait(false);
        return Group(models, items, sets);
    }

    private List<string> Terms() =>
        [.. vocabulary.DataPoints.SelectMany(vocabulary.TermsOf).Select(term => term.Id).Append(CategoryTerm).Distinct(StringComparer.Ordinal)];

    private async Task<Dictionary<string, FleetModel>> ModelsAsync(ThingId? only, AsOf asOf, CancellationToken cancellation)
    {
        var models = new Dictionary<string, FleetModel>(StringComparer.Ordinal);
        if (only is { } id)
        {
            if (await record.FindThingAsync(id, cancellation).ConfigureAwait(false) is { Kind: ThingKind.Model } thing)
                models[id.Value] = await ModelAsync(thing, asOf, cancellation).ConfigureAwait(false);
            return models;
        }

        await foreach (var thing in AllThings.Of(record, new ThingQuery { Kinds = [ThingKind.Model] }, cancellation).ConfigureAwait(false))
            models[thing.Id.Value] = await ModelAsync(thing, asOf, cancellation).ConfigureAwait(false);
        return models;
    }

    private async Task<FleetModel> ModelAsync(Thing thing, AsOf asOf, CancellationToken cancellation)
    {
        var statements = await record.ReadStatementsAsync(thing.Id, asOf, cancellation).ConfigureAwait(false);
        var own = statements.Select(recorded => recorded.Statement.Term).ToHashSet(StringComparer.Ordinal);
        var shared = own.Where(term => vocabulary.Find(term)?.Granularity == Granularity.Model).ToHashSet(StringComparer.Ordinal);
        var category = statements.FirstOrDefault(recorded => string.Equals(recorded.Statement.Term, CategoryTerm, StringComparison.Ordinal));
        return new FleetModel(thing.Id.Value, thing.Label, category?.Statement.Value.AsText(), own, shared)
        {
            IsOwn = IsOwn(thing),
            Hidden = IsOwn(thing) ? null : await sight!.HiddenAsync(thing.Id, Terms(), cancellation).ConfigureAwait(false),
        };
    }

    private bool IsOwn(Thing thing) => _own is null || _own.Contains(thing);

    private async Task<Dictionary<ThingId, Item>> ItemsAsync(ThingId? model, CancellationToken cancellation)
    {
        var items = new Dictionary<ThingId, Item>();
        await foreach (var thing in AllThings.Of(record, new ThingQuery { Kinds = BatteryKinds.All, Model = model }, cancellation).ConfigureAwait(false))
            if (IsOwn(thing)) items[thing.Id] = new Item(thing.Model?.Value, null, TermSets.Empty);
        return items;
    }

    private async Task ScanAsync(string term, AsOf asOf, (Dictionary<ThingId, Item> Items, TermSets Sets) fleet, CancellationToken cancellation)
    {
        var isCategory = string.Equals(term, CategoryTerm, StringComparison.Ordinal);
        await foreach (var recorded in record.ReadTermAsync(term, asOf, cancellation).ConfigureAwait(false))
            Note(recorded, isCategory, fleet);
    }

    private static void Note(RecordedStatement recorded, bool isCategory, (Dictionary<ThingId, Item> Items, TermSets Sets) fleet)
    {
        ref var item = ref CollectionsMarshal.GetValueRefOrNullRef(fleet.Items, recorded.Statement.Thing);
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref item)) return;
        item = item with
        {
            Terms = fleet.Sets.With(item.Terms, recorded.Statement.Term),
            Category = isCategory ? recorded.Statement.Value.AsText() : item.Category,
        };
    }

    private static Fleet Group(Dictionary<string, FleetModel> models, Dictionary<ThingId, Item> items, TermSets sets)
    {
        var groups = new Dictionary<FleetGroup, int>();
        var examples = new Dictionary<FleetGroup, IReadOnlyList<string>>();
        foreach (var (id, item) in items)
        {
            var category = item.Category ?? (item.Model is { } model ? models.GetValueOrDefault(model)?.Category : null);
            var group = new FleetGroup(item.Model, category, item.Terms);
            groups[group] = groups.GetValueOrDefault(group) + 1;
            if (!examples.TryGetValue(group, out var some)) examples[group] = some = new List<string>(ExamplesPerGroup);
            if (some.Count < ExamplesPerGroup) ((List<string>)some).Add(id.Value);
        }

        return new Fleet(models, sets, groups, examples);
    }

    private readonly record struct Item(string? Model, string? Category, int Terms);
}
