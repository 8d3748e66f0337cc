using Voltloop.Quality.Model;

namespace Voltloop.Quality.ChartCharacteristic;

/// <summary>A point of a chart; what is missing is absent.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Label">Name of the sample.</param>
/// <param name="Value">What is drawn, in the unit of the values; of a CUSUM the upper sum, in standard deviations.</param>
internal sealed record ChartPointResource(int Number, string Label, double? Value)
{
    /// <summary>When (UTC).</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Lower sum of a CUSUM.</summary>
    public double? Second { get; init; }

    /// <summary>Centre line.</summary>
    public double? Center { get; init; }

    /// <summary>Lower limit.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper limit.</summary>
    public double? Upper { get; init; }

    /// <summary>Phase, from 1.</summary>
    public int Phase { get; init; }

    /// <summary>Names of the rules that it breaks.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Why, in words.</summary>
    public IReadOnlyList<string> Why { get; init; } = [];

    /// <summary>A point.</summary>
    public static ChartPointResource Of(ChartPoint point) => new(point.Index + 1, point.Label, Known(point.Value))
    {
        At = point.At, Second = Known(point.Second), Center = Known(point.Center), Lower = Known(point.Lower), Upper = Known(point.Upper), Phase = point.Phase + 1,
        Rules = RuleWords.NamesOf(point.Broken), Why = point.Why,
    };

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
