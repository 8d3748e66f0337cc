using System.Text.Json.Serialization;
using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tracing.BalanceMass;

/// <summary>A number with its standard uncertainty.</summary>
/// <param name="Value">Best estimate.</param>
/// <param name="StandardUncertainty">Same unit.</param>
/// <param name="Unit">Unit.</param>
internal sealed record AmountResource(double Value, double StandardUncertainty, string Unit)
{
    private const int Digits = 6;

    /// <summary>As people read it: in as many digits as the uncertainty supports, with the unit.</summary>
    [JsonIgnore]
    public string Text => Words.With(new Amount(Value, StandardUncertainty), Unit);

    public static AmountResource Of(Amount amount, string unit = "kg") => new(Math.Round(amount.Value, Digits), Math.Round(amount.Uncertainty, Digits), unit);
}
