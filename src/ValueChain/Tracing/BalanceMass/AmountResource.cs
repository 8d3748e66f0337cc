using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tracing.BalanceMass;

/// <summary>A number with its standard uncertainty.</summary>
/// <param name="Value">Best estimate.</param>
/// <param name="StandardUncertainty">Same unit.</param>
/// <param name="Unit">Unit.</param>
internal sealed record AmountResource(double Value, double StandardUncertainty, string Unit)
{
    private const int Digits = 6;

    public static AmountResource Of(Amount amount, string unit = "kg") => new(Math.Round(amount.Value, Digits), Math.Round(amount.Uncertainty, Digits), unit);
}
