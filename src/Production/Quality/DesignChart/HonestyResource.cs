using System.Globalization;
using Voltloop.Quality.Model;

namespace Voltloop.Quality.DesignChart;

/// <summary>What a choice of chart and rules costs.</summary>
/// <param name="RunLengths">Average run lengths from no shift on.</param>
/// <param name="Says">The same in one sentence.</param>
internal sealed record HonestyResource(IReadOnlyList<RunLengthRow> RunLengths, string Says)
{
    /// <summary>False alarms to be expected among the points of the chart.</summary>
    public double? ExpectedFalseAlarms { get; init; }

    // Beyond it the equations lose their digits, and nobody would live to see the signal.
    private const double Longest = 1e9;

    private static readonly double[] Shifts = [0, 0.5, 1, 1.5, 2, 3];

    /// <summary>Of a chart.</summary>
    /// <param name="settings">Chart.</param>
    /// <param name="points">Points drawn; 0 when nothing is drawn yet.</param>
    public static HonestyResource Of(ChartSettings settings, int points = 0)
    {
        RunLengthRow[] rows = [.. Shifts.Select(shift => Row(settings, shift))];
        return new HonestyResource(rows, Sentence(settings.Kind, rows)) { ExpectedFalseAlarms = rows[0].Points is { } length ? points / length : 0 };
    }

    private static RunLengthRow Row(ChartSettings settings, double shift)
    {
        var length = AlarmHonesty.At(settings, shift);
        return new RunLengthRow(shift, length.Points is >= 1 and <= Longest ? length.Points : null, length.StandardError, length.Method);
    }

    private static string Sentence(ChartKind kind, RunLengthRow[] rows)
    {
        if (rows[0].Points is not { } quiet) return "This chart practically never alarms.";
        var error = rows[0].StandardError > 0 ? string.Create(CultureInfo.InvariantCulture, $" ± {rows[0].StandardError:F1}") : "";
        var skewed = ChartKinds.Counts(kind) || kind is ChartKind.Range or ChartKind.Deviation or ChartKind.MovingRange ? " Computed for normal points; counts and ranges are skewed and alarm more often." : "";
        return string.Create(CultureInfo.InvariantCulture, $"A false alarm every {quiet:F1}{error} points on average; a shift of one standard deviation is seen after {rows[2].Points:F1} points, one of two after {rows[4].Points:F1}.{skewed}");
    }
}
