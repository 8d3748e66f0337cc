using System.Globalization;
using Voltloop.Web.Formatting;

namespace Voltloop.Health.AnalyzeImpedance;

/// <summary>An analysed spectrum in words.</summary>
internal static class ImpedanceWords
{
    private const int Digits = 4;

    /// <summary>What the test after Kramers and Kronig says.</summary>
    public static string Validity(ImpedanceResource result)
    {
        var test = result.Validity;
        var chain = string.Create(CultureInfo.InvariantCulture, $"largest residual {test.LargestPercent:F2} % of |Z|, {test.Elements} elements{(test.WithCapacitance ? " and a capacitance" : "")}, µ {test.Mu:F2}");
        return test.IsValid
            ? $"Valid after Kramers and Kronig: {chain}."
            : string.Create(CultureInfo.InvariantCulture, $"{result.Points.Count - test.ValidPoints} of {result.Points.Count} points are more than {test.LimitPercent:F0} % off what a linear, steady cell can show: {chain}.");
    }

    /// <summary>A value with its unit.</summary>
    public static string Value(CircuitParameter of) => of.Value is { } value ? With(value, of.Unit) : "not determined by this spectrum";

    /// <summary>A standard error with its unit.</summary>
    public static string Error(CircuitParameter of) => of.StandardError is { } error ? "± " + With(error, of.Unit) : "";

    private static string With(double value, string unit) => QuantityFormat.Number(value, Digits) + (unit == "1" ? "" : " " + unit);
}
