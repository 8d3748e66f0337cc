using System.Text.Json;
using Voltloop.Core.Time;
using Voltloop.Record.Ports;
using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tracing.BalanceMass;

/// <summary>
/// Reads what is stated about sites, term <see cref="Term"/>: <c>{ "latitude": 50.1, "longitude": 8.6, "elements": [{ "element": "Co",
/// "licensedKgPerYear": 120000, "declaredKgPerYear": 90000, "recovery": 0.93, "recoveryUncertainty": 0.01 }] }</c>.
/// </summary>
internal sealed class SiteFactsReader(IRecordReader record)
{
    /// <summary>The term.</summary>
    public const string Term = "siteMassFacts";

    /// <summary>All that holds now.</summary>
    public async Task<IReadOnlyList<SiteFacts>> ReadAsync(CancellationToken cancellation)
    {
        var facts = new List<SiteFacts>();
        await foreach (var one in record.ReadTermAsync(Term, AsOf.Latest, cancellation)) facts.AddRange(Read(one.Statement.Thing.Value, one.Statement.Value.AsElement()));
        return facts;
    }

    /// <summary>What one statement says.</summary>
    public static IEnumerable<SiteFacts> Read(string site, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) return [];
        var position = Number(value, "latitude") is { } north && Number(value, "longitude") is { } east ? new GeoPoint(north, east) : (GeoPoint?)null;
        var elements = value.TryGetProperty("elements", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToList() : [];
        return [new SiteFacts(site, MassFlow.Gross) { Position = position }, .. elements.Where(entry => entry.ValueKind == JsonValueKind.Object).Select(entry => Element(site, position, entry))];
    }

    private static SiteFacts Element(string site, GeoPoint? position, JsonElement entry) =>
        new(site, entry.TryGetProperty("element", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString()! : MassFlow.Gross)
        {
            Position = position,
            LicensedPerYear = Number(entry, "licensedKgPerYear"),
            DeclaredPerYear = Number(entry, "declaredKgPerYear"),
            Recovery = Number(entry, "recovery") is { } part and > 0 and <= 1 ? new Amount(part, Number(entry, "recoveryUncertainty") ?? 0) : null,
        };

    private static double? Number(JsonElement value, string name) =>
        value.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out var read) && double.IsFinite(read) ? read : null;
}
