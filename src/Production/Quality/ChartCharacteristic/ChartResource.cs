using Voltloop.Quality.DesignChart;
using Voltloop.Quality.Model;

namespace Voltloop.Quality.ChartCharacteristic;

/// <summary>A chart.</summary>
/// <param name="Characteristic">What is charted.</param>
/// <param name="Chart">Name of the chart.</param>
/// <param name="Rules">Rules that are on.</param>
internal sealed record ChartResource(string Characteristic, string Chart, IReadOnlyList<string> Rules)
{
    /// <summary>Points.</summary>
    public required IReadOnlyList<ChartPointResource> Points { get; init; }

    /// <summary>Phases.</summary>
    public required IReadOnlyList<ChartPhaseResource> Phases { get; init; }

    /// <summary>What the rules cost: points between false alarms, and until a shift is seen.</summary>
    public required HonestyResource Honesty { get; init; }

    /// <summary>What the reader should know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Points out of control.</summary>
    public IEnumerable<ChartPointResource> Out => Points.Where(point => point.Rules.Count > 0);

    /// <summary>A chart.</summary>
    public static ChartResource Of(string characteristic, ControlChart chart) => new(characteristic, ChartKinds.NameOf(chart.Settings.Kind), RuleWords.NamesOf(chart.Settings.Rules))
    {
        Points = [.. chart.Points.Select(ChartPointResource.Of)],
        Phases = [.. chart.Phases.Select(ChartPhaseResource.Of)],
        Honesty = HonestyResource.Of(chart.Settings, chart.Points.Count(point => double.IsFinite(point.Value))),
        Notes = chart.Notes,
    };
}
