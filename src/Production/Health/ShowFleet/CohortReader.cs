using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Provenance;
using Voltloop.Core.Time;
using Voltloop.Health.Model;
using Voltloop.Health.Model.Fleet;
using Voltloop.Kernels.Distributions;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Health.ShowFleet;

/// <summary>Reads the fleet with what makes its cohorts, term by term.</summary>
internal sealed class CohortReader(IRecordReader record)
{
    private const string Unknown = "not stated";
    private const string DateTerm = "manufacturingDate";
    private static readonly string[] SiteTerms = ["manufacturingFacilities", "facilityIdentifier", "manufacturingPlace"];
    private readonly Dictionary<ThingId, FleetMember> _members = [];
    private readonly Dictionary<ThingId, Thing> _things = [];

    /// <summary>Analyses the fleet as it is known now.</summary>
    /// <exception cref="Core.Problems.ProblemException">The fleet is larger than one view.</exception>
    public async Task<FleetAnalysis> AnalyseAsync(CohortKey key, CancellationToken cancellation)
    {
        var fleet = await new FleetReader(record).ReadAsync(cancellation);
        await FindThingsAsync(cancellation);
        var initial = await TermAsync(HealthTerms.InitialCapacity, cancellation);
        foreach (var item in fleet.Items) _members[item.Thing] = Member(item, initial.GetValueOrDefault(item.Thing));
        await AddAsync(DateTerm, (member, value) => member with { Made = value.ValueKind == JsonValueKind.String ? value.GetString() : null }, cancellation);
        await AddAsync(HealthTerms.PackSafety, (member, value) => member with { Faults = Faults(value) }, cancellation);
        var sites = key == CohortKey.Site ? await SitesAsync(cancellation) : [];
        return new FleetAnalysis([.. _members.Values.Select(member => member with { Cohort = CohortOf(member, key, sites) })]);
    }

    private async Task FindThingsAsync(CancellationToken cancellation)
    {
        var query = new ThingQuery { Kinds = [ThingKind.Battery, ThingKind.Cell, ThingKind.Module, ThingKind.Pack, ThingKind.Model], Limit = ThingQuery.MaxLimit };
        while (true)
        {
            var page = await record.ListThingsAsync(query, cancellation);
            foreach (var thing in page.Items) _things[thing.Id] = thing;
            if (page.Next is null || _things.Count > 2 * FleetReader.MaxBatteries) return;
            query = query with { Cursor = page.Next };
        }
    }

    private async Task<Dictionary<ThingId, Statement>> TermAsync(string term, CancellationToken cancellation)
    {
        var found = new Dictionary<ThingId, Statement>();
        await foreach (var one in record.ReadTermAsync(term, AsOf.Latest, cancellation)) found[one.Statement.Thing] = one.Statement;
        return found;
    }

    private async Task AddAsync(string term, Func<FleetMember, JsonElement, FleetMember> take, CancellationToken cancellation)
    {
        await foreach (var one in record.ReadTermAsync(term, AsOf.Latest, cancellation))
        {
            if (!one.Statement.Value.IsNull && _members.TryGetValue(one.Statement.Thing, out var member)) _members[member.Thing] = take(member, one.Statement.Value.AsElement());
        }
    }

    private FleetMember Member(FleetItem item, Statement? initial)
    {
        var (now, cycles) = (Deviation(item.Interval), item.Cycles ?? 0);
        var label = _things.GetValueOrDefault(item.Thing)?.Label ?? item.Thing.Value;
        var perAh = item.InitialPercent / initial?.Value.AsNumber();
        var before = perAh is { } percent ? percent * Deviation(initial?.Uncertainty) : 0;
        var known = item.FadePer100Cycles is not null && (now > 0 || before > 0);
        return new FleetMember(item.Thing, label, (item.StateOfHealth, now))
        {
            Fade = known ? (item.FadePer100Cycles!.Value, Math.Sqrt(now * now + before * before) * 100 / cycles) : null, Flagged = item.Flagged,
        };
    }

    private static double Deviation(Interval? interval) => interval is { Level: > 0 and < 1 } known && double.IsFinite(known.Upper - known.Lower)
        ? (known.Upper - known.Lower) / 2 / Normal.UpperQuantile((1 - known.Level) / 2) : 0;

    private static string[] Faults(JsonElement safety) => safety.TryGetProperty("findings", out var findings) && findings.ValueKind == JsonValueKind.Array
        ? [.. findings.EnumerateArray().Select(finding => finding.TryGetProperty("words", out var words) ? words.GetString() : null).OfType<string>()] : [];

    private async Task<Dictionary<ThingId, string>> SitesAsync(CancellationToken cancellation)
    {
        var sites = new Dictionary<ThingId, string>();
        foreach (var term in SiteTerms)
        {
            foreach (var (thing, statement) in await TermAsync(term, cancellation))
            {
                if (!statement.Value.IsNull && Words(statement.Value.AsElement()) is { Length: > 0 } words) sites.TryAdd(thing, words);
            }
        }

        return sites;
    }

    // A plant is stated as a text, or as a structure whose first text names it.
    private static string? Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array => value.EnumerateArray().Select(Words).FirstOrDefault(words => words is not null),
        JsonValueKind.Object => value.EnumerateObject().Select(part => Words(part.Value)).FirstOrDefault(words => words is not null),
        _ => null,
    };

    private string CohortOf(FleetMember member, CohortKey key, Dictionary<ThingId, string> sites)
    {
        const int MonthLength = 7;
        var model = _things.GetValueOrDefault(member.Thing)?.Model;
        return key switch
        {
            CohortKey.Month => member.Made is { Length: >= MonthLength } made ? made[..MonthLength] : Unknown,
            CohortKey.Site => sites.GetValueOrDefault(member.Thing) ?? (model is { } of ? sites.GetValueOrDefault(of) : null) ?? Unknown,
            _ => model is { } named ? _things.GetValueOrDefault(named)?.Label ?? named.Value : Unknown,
        };
    }
}
