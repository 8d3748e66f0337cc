using System.Text.Json;

namespace Voltloop.Tracing.Model.Custody;

/// <summary>What a lot is and what is in it, as one event states it.</summary>
/// <param name="Material">Name of the material; <c>null</c> when not named.</param>
/// <param name="Elements">Content of each element.</param>
internal sealed record LotContent(string? Material, IReadOnlyList<ElementContent> Elements)
{
    /// <summary>Nothing is said.</summary>
    public static readonly LotContent None = new(null, []);

    /// <summary>Part that carries the claim; <c>null</c> when nothing is said.</summary>
    public double? Claimed { get; init; }

    /// <summary>Custody model.</summary>
    public CustodyModel Model { get; init; }

    /// <summary>Reads it; fractions that are none are left out.</summary>
    public static LotContent Of(JsonElement captured) =>
        new(CustodyNames.Text(captured, "material"), [.. Fractions(captured)])
        {
            Claimed = CustodyNames.Number(captured, "claimed"),
            Model = Enum.TryParse<CustodyModel>(CustodyNames.Text(captured, "custodyModel"), ignoreCase: true, out var model) ? model : CustodyModel.NotStated,
        };

    /// <summary>Mass fraction of an element; 0 when nothing is said of it.</summary>
    public double FractionOf(string element) => Elements.FirstOrDefault(part => part.Element == element)?.MassFraction ?? 0;

    /// <summary>This, with what it leaves open taken from another.</summary>
    public LotContent Or(LotContent? other) => other is null ? this : new LotContent(Material ?? other.Material, Elements.Count > 0 ? Elements : other.Elements)
    {
        Claimed = Claimed ?? other.Claimed,
        Model = Model == CustodyModel.NotStated ? other.Model : Model,
    };

    private static IEnumerable<ElementContent> Fractions(JsonElement captured)
    {
        if (CustodyNames.Find(captured, "content") is not { ValueKind: JsonValueKind.Array } list) yield break;
        foreach (var entry in list.EnumerateArray())
        {
            if (CustodyNames.Member(entry, "element") is not { ValueKind: JsonValueKind.String } element || Number(entry, "massFraction") is not { } fraction || fraction > 1) continue;
            yield return new ElementContent(element.GetString()!, fraction, Number(entry, "uncertainty"));
        }
    }

    private static double? Number(JsonElement entry, string name) =>
        CustodyNames.Member(entry, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) && double.IsFinite(value) && value >= 0 ? value : null;
}
