using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using Voltloop.Tracing.Model;
using Voltloop.Tracing.Model.Custody;
using Voltloop.Tracing.Model.Genealogy;
using Voltloop.Tracing.Model.Sourcing;
using static Voltloop.Tracing.Model.JsonFields;

namespace Voltloop.Tracing.SourceResponsibly;

/// <summary>
/// Walks from a thing to its lots, as built, through the events that made it. Parts are weighed by their mass of the element where
/// the events state its content, else by all their mass; parts without a mass, such as cells, count as much as one another. What
/// never held the element is left out.
/// </summary>
internal sealed class EventLotShares(IEventReader events) : ILotShares
{
    /// <summary>Most things of one walk.</summary>
    public const int MaxThings = 20_000;

    /// <summary>Most events that make one thing.</summary>
    public const int MaxMakings = 1000;

    private static readonly EventKeyReader Keys = new(EventNamespaces.Official);
    private static readonly MixedPart Nothing = new(new Dictionary<string, double>(StringComparer.Ordinal), null, null);
    private static readonly string[] Single = ["inputEPCList", "childEPCs"];
    private static readonly string[] Amounts = ["inputQuantityList", "childQuantityList"];

    /// <inheritdoc/>
    public async Task<LotMix> ReadAsync(string thing, string element, CancellationToken cancellation)
    {
        var walk = new Walk(element);
        var found = await HeldAsync(Keys.Canonical(thing), walk, cancellation);
        return new LotMix([.. found.Shares.Select(share => walk.Origins[share.Key] with { Share = share.Value }).OrderByDescending(share => share.Share)])
        {
            ByElementMass = walk.ByElementMass,
            ByLotMass = walk.ByLotMass,
        };
    }

    // Without its mass: that depends on how much of it goes into what.
    private async Task<MixedPart> HeldAsync(string thing, Walk walk, CancellationToken cancellation)
    {
        if (walk.Known.TryGetValue(thing, out var known)) return known;
        if (walk.Known.Count >= MaxThings) throw new ProblemException(CommonProblems.LimitExceeded, $"More than {MaxThings} things went into it.");
        // What is met again while it is being walked stands on a circle and adds nothing.
        walk.Known[thing] = Nothing;
        var makings = (await events.ScanAsync(new EventScan { Names = [new EventNames([thing], EventRoles.Output | EventRoles.OutputClass | EventRoles.Parent)], Limit = MaxMakings }, cancellation)).Items;
        var made = makings.Select(making => PartsOf(making, thing, walk.Element)).ToList();
        var parts = made.SelectMany(one => one.Parts).ToList();
        return walk.Known[thing] = parts.Count == 0 ? await OriginAsync(thing, walk, cancellation) : await MixAsync(parts, walk, cancellation) with { Fraction = made.Max(one => one.Fraction) };
    }

    private async Task<MixedPart> MixAsync(List<(string Name, double? Kilograms)> parts, Walk walk, CancellationToken cancellation)
    {
        var holding = new List<MixedPart>();
        foreach (var (name, kilograms) in parts)
        {
            if (kilograms != 0 && await HeldAsync(name, walk, cancellation) is { Shares.Count: > 0 } part) holding.Add(part with { Kilograms = kilograms });
        }

        var (shares, byElement) = MixedPart.Mix(holding);
        if (holding.Count > 1 && holding.Exists(part => part.Kilograms is not null)) walk.Count(byElement);
        return new MixedPart(shares, null, null);
    }

    // A lot that nothing was made into: an origin when it holds the element.
    private async Task<MixedPart> OriginAsync(string lot, Walk walk, CancellationToken cancellation)
    {
        var first = (await events.ScanAsync(new EventScan { Names = [new EventNames([lot], EventRoles.Epc | EventRoles.Class)], Descending = false, Limit = 1 }, cancellation)).Items;
        if (first.Count == 0) return Nothing;
        using var json = JsonDocument.Parse(first[0].Json);
        if (LotContent.Of(json.RootElement).FractionOf(walk.Element) is not (> 0 and var fraction)) return Nothing;
        var place = CustodyNames.Member(json.RootElement, "bizLocation") ?? CustodyNames.Member(json.RootElement, "readPoint");
        walk.Origins[lot] = new LotShare(lot, place is { } site && Text(site, "id") is { } id ? Keys.Canonical(id) : null, first[0].EventTime, 1);
        return new MixedPart(new Dictionary<string, double>(StringComparer.Ordinal) { [lot] = 1 }, null, fraction);
    }

    private static (List<(string Name, double? Kilograms)> Parts, double? Fraction) PartsOf(RecordedEvent making, string thing, string element)
    {
        using var json = JsonDocument.Parse(making.Json);
        var captured = json.RootElement;
        if (Text(captured, "action") is "DELETE" or "OBSERVE" || captured.TryGetProperty("errorDeclaration", out _)) return ([], null);
        var weighed = GenealogyPart.Of(captured, Keys.Canonical).Where(part => part.Mass > 0 && (part.Into is null || part.Into == thing)).ToLookup(part => part.Id, part => part.Mass, StringComparer.Ordinal);
        var parts = Single.SelectMany(list => List(captured, list)).Where(part => part.ValueKind == JsonValueKind.String).Select(part => (Name: Keys.Canonical(part.GetString()!), Kilograms: (double?)null)).ToList();
        foreach (var quantity in Amounts.SelectMany(list => List(captured, list)))
        {
            if (Text(quantity, "epcClass") is { } name) parts.Add((Keys.Canonical(name), QuantityMass.Kilograms(quantity)));
        }

        var content = LotContent.Of(captured).FractionOf(element);
        return ([.. parts.Where(part => part.Name != thing).Select(part => weighed[part.Name].Any() ? part with { Kilograms = weighed[part.Name].Sum() } : part)], content > 0 ? content : null);
    }

    /// <summary>What one walk knows.</summary>
    private sealed class Walk(string element)
    {
        public string Element => element;

        public Dictionary<string, MixedPart> Known { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, LotShare> Origins { get; } = new(StringComparer.Ordinal);

        public int ByElementMass { get; private set; }

        public int ByLotMass { get; private set; }

        public void Count(bool byElement)
        {
            if (byElement) ByElementMass++;
            else ByLotMass++;
        }
    }
}
