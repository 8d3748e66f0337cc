using System.Text.Json;

namespace Voltloop.Tracing.Model;

/// <summary>The mass of a quantity element of an event.</summary>
internal static class QuantityMass
{
    /// <summary>kg; <c>null</c> when the quantity is no mass, negative, or beyond a double.</summary>
    public static double? Kilograms(JsonElement quantity) =>
        quantity.TryGetProperty("quantity", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out var value) && value >= 0
            && quantity.TryGetProperty("uom", out var unit) && unit.ValueKind == JsonValueKind.String
            && UnitCode.Convert(value, unit.GetString()!, "KGM") is { } kilograms && double.IsFinite(kilograms) ? kilograms : null;
}
