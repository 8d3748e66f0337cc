using Voltloop.Kernels.CellModel;
using Voltloop.Web.Formatting;

namespace Voltloop.Health.SimulateCell;

/// <summary>A simulation in words.</summary>
internal static class SimulationWords
{
    /// <summary>Code of an ending.</summary>
    public static string Code(SimulationEnd ending) => ending switch
    {
        SimulationEnd.LowerVoltage => "lower-voltage",
        SimulationEnd.UpperVoltage => "upper-voltage",
        SimulationEnd.Depleted => "depleted",
        _ => "profile",
    };

    /// <summary>Why it ended.</summary>
    public static string Ending(string code) => code switch
    {
        "lower-voltage" => "ended at the lower voltage",
        "upper-voltage" => "ended at the upper voltage",
        "depleted" => "ended because a surface or the electrolyte ran empty: this current is too large for the cell",
        _ => "ended with the profile",
    };

    /// <summary>A duration in s, min or h.</summary>
    public static (string Value, string Unit) Duration(double seconds) => seconds switch
    {
        < 120 => (QuantityFormat.Number(seconds), "s"),
        < 7200 => (QuantityFormat.Number(seconds / 60), "min"),
        _ => (QuantityFormat.Number(seconds / 3600), "h"),
    };

    /// <summary>The result in lines.</summary>
    public static IEnumerable<string> Lines(SimulationResource of)
    {
        var (value, unit) = Duration(of.Seconds);
        yield return $"{of.Cell} ({of.Parameters}, {of.Model}): {Ending(of.Ending)} after {value} {unit}";
        yield return $"charge {QuantityFormat.Number(of.ChargeAh)} Ah, energy {QuantityFormat.Number(of.EnergyWattHour)} Wh (minus: taken out), heat {QuantityFormat.Number(of.HeatWattHour, 3)} Wh";
        yield return $"voltage {QuantityFormat.Number(of.LowestVolt)} to {QuantityFormat.Number(of.HighestVolt)} V, highest temperature {QuantityFormat.Number(of.HighestCelsius)} degC";
        yield return $"lithium and salt in balance to {QuantityFormat.Number(of.BalanceError, 1)}; capacity between the voltages {QuantityFormat.Number(of.CapacityAh)} Ah";
        foreach (var warning in of.Warnings) yield return "outside the valid range: " + warning;
        yield return "valid: " + of.Validity;
        yield return of.Method;
        yield return "parameters: " + of.Source;
    }
}
