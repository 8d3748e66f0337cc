using System.Text.Json;
using Voltloop.Kernels.Lineage;
using static Voltloop.Tracing.Model.JsonFields;

namespace Voltloop.Tracing.Model.Genealogy;

/// <summary>
/// What EPCIS has no field for, as an extension of an event: <c>"voltloop:parts": [{ "id": ROLL, "into": LANE, "mass": 12.5,
/// "fromMetre": 0, "toMetre": 480, "lane": 2 }]</c>. The mass is in kg, the metres are those of the coil <c>id</c>; <c>into</c>
/// names the output it holds for, all of them when left out.
/// </summary>
/// <param name="Id">What went in, canonical.</param>
/// <param name="Into">Into what, canonical; <c>null</c> for everything.</param>
/// <param name="Mass">kg, or NaN.</param>
/// <param name="Position">Stretch of the coil.</param>
internal sealed record GenealogyPart(string Id, string? Into, double Mass, CoilInterval? Position)
{
    private static readonly string[] Names = ["voltloop:parts", "urn:voltloop:vocab:parts"];

    /// <summary>The parts that an event names; members that do not fit are left out.</summary>
    public static IReadOnlyList<GenealogyPart> Of(JsonElement captured, Func<string, string> canonical)
    {
        foreach (var name in Names)
        {
            if (captured.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array) return [.. list.EnumerateArray().Select(part => Read(part, canonical)).OfType<GenealogyPart>()];
        }

        return [];
    }

    private static GenealogyPart? Read(JsonElement part, Func<string, string> canonical)
    {
        if (part.ValueKind != JsonValueKind.Object || Text(part, "id") is not { } id) return null;
        var (from, to) = (Number(part, "fromMetre"), Number(part, "toMetre"));
        var lane = Number(part, "lane") is var stated && stated is >= 1 and <= 1000 ? (int)stated : 0;
        return new GenealogyPart(canonical(id), Text(part, "into") is { } into ? canonical(into) : null, Number(part, "mass"), from <= to ? new CoilInterval(from, to, lane) : null);
    }

    private static double Number(JsonElement part, string name) =>
        part.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : double.NaN;
}
