using Voltloop.Kernels.ControlCharts;

namespace Voltloop.Quality.Model;

/// <summary>A point of a chart.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Label">Name of the sample.</param>
/// <param name="Value">What is drawn; NaN when missing. Of a CUSUM the upper sum.</param>
internal sealed record ChartPoint(int Index, string Label, double Value)
{
    /// <summary>When, where it is known (UTC).</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Of a CUSUM the lower sum, 0 or below; NaN for other charts.</summary>
    public double Second { get; init; } = double.NaN;

    /// <summary>Centre line.</summary>
    public double Center { get; init; }

    /// <summary>Lower limit; NaN for none.</summary>
    public double Lower { get; init; }

    /// <summary>Upper limit.</summary>
    public double Upper { get; init; }

    /// <summary>Standard deviation of the point.</summary>
    public double Deviation { get; init; }

    /// <summary>Number of its phase, from 0.</summary>
    public int Phase { get; init; }

    /// <summary>Rules that it breaks.</summary>
    public RunRules Broken { get; init; }

    /// <summary>Why, in words; one for each rule.</summary>
    public IReadOnlyList<string> Why { get; init; } = [];

    /// <summary>Whether it is out of control.</summary>
    public bool IsOut => Broken != RunRules.None;
}
