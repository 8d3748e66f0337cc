using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using Voltloop.Tracing.Model;
using Voltloop.Tracing.Model.Custody;
using Voltloop.Tracing.Model.Sourcing;
using static Voltloop.Tracing.Model.JsonFields;

namespace Voltloop.Tracing.SourceResponsibly;

/// <summary>
/// Walks from a thing to its lots, as built, through the events that made it: a part's weight is its mass of the element; parts
/// without a mass, such as cells, count as much as one another. What never held the element is left out.
/// </summary>
internal sealed class EventLotShares(IEventReader events) : ILotShares
{
    /// <summary>Most things of one walk.</summary>
    public const int MaxThings = 20_000;

    /// <summary>Most events that make one thing.</summary>
    public const int MaxMakings = 1000;

    private static readonly EventKeyReader Keys = new(EventNamespaces.Official);
    private static readonly string[] Single = ["inputEPCList", "childEPCs"];
    private static readonly string[] Amounts = ["inputQuantityList", "childQuantityList"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LotShare>> ReadAsync(string thing, string element, CancellationToken cancellation)
    {
        var walk = new Walk(element);
        var shares = await SharesAsync(Keys.Canonical(thing), walk, cancellation);
        return [.. shares.Select(share => walk.Origins[share.Key] with { Share = share.Value }).OrderByDescending(share => share.Share)];
    }

    private async Task<Dictionary<string, double>> SharesAsync(string thing, Walk walk, CancellationToken cancellation)
    {
        if (walk.Known.TryGetValue(thing, out var known)) return known;
        if (walk.Known.Count >= MaxThings) throw new ProblemException(CommonProblems.LimitExceeded, $"More than {MaxThings} things went into it.");
        // What is met again while it is being walked stands on a circle and adds nothing.
        walk.Known[thing] = [];
        var makings = (await events.ScanAsync(new EventScan { Names = [new EventNames([thing], EventRoles.Output | EventRoles.OutputClass | EventRoles.Parent)], Limit = MaxMakings }, cancellation)).Items;
        var parts = makings.SelectMany(making => PartsOf(making, thing)).ToList();
        return walk.Known[thing] = parts.Count == 0 ? await OriginAsync(thing, walk, cancellation) : await MixAsync(parts, walk, cancellation);
    }

    private async Task<Dictionary<string, double>> MixAsync(List<(string Name, double? Kilograms)> parts, Walk walk, CancellationToken cancellation)
    {
        var holding = new List<(Dictionary<string, double> Shares, double? Kilograms)>();
        foreach (var (name, kilograms) in parts)
        {
            if (kilograms != 0 && await SharesAsync(name, walk, cancellation) is { Count: > 0 } shares) holding.Add((shares, kilograms));
        }

        var usual = holding.Select(part => part.Kilograms).OfType<double>().DefaultIfEmpty(1).Average();
        var all = holding.Sum(part => part.Kilograms ?? usual);
        var mixed = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (shares, kilograms) in holding)
        {
            foreach (var (lot, share) in shares) mixed[lot] = mixed.GetValueOrDefault(lot) + (share * (kilograms ?? usual) / all);
        }

        return mixed;
    }

    // A lot that nothing was made into: an origin when it holds the element.
    private async Task<Dictionary<string, double>> OriginAsync(string lot, Walk walk, CancellationToken cancellation)
    {
        var first = (await events.ScanAsync(new EventScan { Names = [new EventNames([lot], EventRoles.Epc | EventRoles.Class)], Descending = false, Limit = 1 }, cancellation)).Items;
        if (first.Count == 0) return [];
        using var json = JsonDocument.Parse(first[0].Json);
        if (LotContent.Of(json.RootElement).FractionOf(walk.Element) <= 0) return [];
        var place = CustodyNames.Member(json.RootElement, "bizLocation") ?? CustodyNames.Member(json.RootElement, "readPoint");
        walk.Origins[lot] = new LotShare(lot, place is { } site && Text(site, "id") is { } id ? Keys.Canonical(id) : null, first[0].EventTime, 1);
        return new Dictionary<string, double>(StringComparer.Ordinal) { [lot] = 1 };
    }

    private static List<(string Name, double? Kilograms)> PartsOf(RecordedEvent making, string thing)
    {
        using var json = JsonDocument.Parse(making.Json);
        if (Text(json.RootElement, "action") is "DELETE" or "OBSERVE" || json.RootElement.TryGetProperty("errorDeclaration", out _)) return [];
        var parts = Single.SelectMany(list => List(json.RootElement, list)).Where(part => part.ValueKind == JsonValueKind.String).Select(part => (Keys.Canonical(part.GetString()!), (double?)null)).ToList();
        foreach (var quantity in Amounts.SelectMany(list => List(json.RootElement, list)))
        {
            if (Text(quantity, "epcClass") is { } name) parts.Add((Keys.Canonical(name), QuantityMass.Kilograms(quantity)));
        }

        return [.. parts.Where(part => part.Item1 != thing)];
    }

    /// <summary>What one walk knows.</summary>
    private sealed class Walk(string element)
    {
        public string Element => element;

        public Dictionary<string, Dictionary<string, double>> Known { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, LotShare> Origins { get; } = new(StringComparer.Ordinal);
    }
}
