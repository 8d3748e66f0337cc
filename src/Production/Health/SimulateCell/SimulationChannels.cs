using System.Text.Json;
using Voltloop.Health.ShowCapacity;
using Voltloop.Kernels.CellModel;
using Voltloop.Web.Http;

namespace Voltloop.Health.SimulateCell;

/// <summary>The channels of a simulation, and the charts made of them.</summary>
internal static class SimulationChannels
{
    /// <summary>Name of a channel.</summary>
    public const string Voltage = "Voltage", OpenCircuit = "Open-circuit voltage", Current = "Current", Temperature = "Temperature",
        NegativeSurface = "Negative particles", PositiveSurface = "Positive particles", NegativeElectrolyte = "At the negative collector", PositiveElectrolyte = "At the positive collector";

    /// <summary>The channels, one value for each point.</summary>
    public static IReadOnlyList<ChartSeries> Of(IReadOnlyList<CellPoint> points, bool withElectrolyte)
    {
        ChartSeries Channel(string label, string unit, int decimals, Func<CellPoint, double> of) =>
            new(label, unit, "line", [.. points.Select(point => double.IsFinite(of(point)) ? (double?)Math.Round(of(point), decimals) : null)]);
        ChartSeries[] common =
        [
            Channel(Voltage, "V", 5, point => point.Volt), Channel(OpenCircuit, "V", 5, point => point.OpenCircuitVolt),
            Channel(Current, "A", 4, point => point.Ampere), Channel(Temperature, "degC", 3, point => point.Kelvin - CellConstants.Zero),
            Channel(NegativeSurface, "1", 5, point => point.NegativeSurface), Channel(PositiveSurface, "1", 5, point => point.PositiveSurface),
        ];
        return withElectrolyte
            ? [.. common, Channel(NegativeElectrolyte, "mol/m³", 2, point => point.NegativeElectrolyte), Channel(PositiveElectrolyte, "mol/m³", 2, point => point.PositiveElectrolyte)]
            : common;
    }

    /// <summary>Values of a channel; empty when it is not there.</summary>
    public static IReadOnlyList<double> Values(SimulationResource of, string label) =>
        [.. of.Channels.FirstOrDefault(channel => string.Equals(channel.Label, label, StringComparison.Ordinal))?.Values.Select(value => value ?? double.NaN) ?? []];

    /// <summary>JSON of a chart for a data block in a page; it holds numbers and our own words only.</summary>
    public static string Chart(SimulationResource of, params string[] labels) => JsonSerializer.Serialize(new
    {
        x = new { label = of.X.Label, unit = "s", values = of.X.Values },
        series = of.Channels.Where(channel => labels.Contains(channel.Label, StringComparer.Ordinal)),
    }, JsonOutput.Compact);
}
