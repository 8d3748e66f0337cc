using Voltloop.Core.Provenance;
using Voltloop.Health.Model.Lifetime;

namespace Voltloop.Health.FitFade;

/// <summary>A fade model of one battery.</summary>
/// <param name="SeriesId">Series of the capacity per cycle.</param>
/// <param name="Method">Method, reference and validity.</param>
internal sealed record FadeResource(string SeriesId, Evidence Method)
{
    /// <summary>Loss per √day at 25 degC, % of the capacity at the beginning; 0 where nothing is put down to time.</summary>
    public double PerRootDayPercent { get; init; }

    /// <summary>Its 95 % interval.</summary>
    public Interval? PerRootDayInterval { get; init; }

    /// <summary>Activation temperature of the part by time, K.</summary>
    public double ActivationKelvin { get; init; }

    /// <summary>Loss at the first full cycle of full depth, %.</summary>
    public double PerCyclePercent { get; init; }

    /// <summary>Its 95 % interval.</summary>
    public Interval? PerCycleInterval { get; init; }

    /// <summary>Exponent of the full cycles.</summary>
    public double Exponent { get; init; }

    /// <summary>Its 95 % interval.</summary>
    public Interval? ExponentInterval { get; init; }

    /// <summary>Root mean square of the residual, percentage points.</summary>
    public double ResidualPercent { get; init; }

    /// <summary>Mean error of the last third when only the first two thirds were fitted, percentage points.</summary>
    public double? HeldOutErrorPercent { get; init; }

    /// <summary>Cycle at which 20 % are lost.</summary>
    public double? EndOfLifeCycle { get; init; }

    /// <summary>Its 95 % interval.</summary>
    public Interval? EndOfLifeInterval { get; init; }

    /// <summary>Why the end is not told.</summary>
    public string? Refusal { get; init; }

    /// <summary>Last cycle it was fitted on.</summary>
    public double KnownToCycle { get; init; }

    /// <summary>Temperature it was fitted at, degC.</summary>
    public double Celsius { get; init; }

    /// <summary>Mean depth of the cycles, %.</summary>
    public double DepthPercent { get; init; }

    /// <summary>Where the depth comes from: given, rainflow or full.</summary>
    public string DepthFrom { get; init; } = "full";

    /// <summary>Shows a model.</summary>
    public static FadeResource Of(string series, FadeOutlook outlook) => new(series, FadeFitter.Method)
    {
        PerRootDayPercent = Round(100 * outlook.Model.PerRootDay), PerRootDayInterval = Percent(outlook.Intervals[0]), ActivationKelvin = Math.Round(outlook.Model.CalendarKelvin),
        PerCyclePercent = Round(100 * outlook.Model.PerCycle), PerCycleInterval = Percent(outlook.Intervals[1]),
        Exponent = Round(outlook.Model.Exponent), ExponentInterval = outlook.Intervals[2],
        ResidualPercent = Round(100 * outlook.Model.Rms), HeldOutErrorPercent = double.IsFinite(outlook.HeldOutError) ? Round(outlook.HeldOutError) : null,
        EndOfLifeCycle = outlook.EndCycle is { } end ? Math.Round(end) : null, EndOfLifeInterval = outlook.EndInterval is { } interval ? new Interval(Math.Floor(interval.Lower), Math.Ceiling(interval.Upper), interval.Level) : null,
        Refusal = outlook.Refusal, KnownToCycle = outlook.KnownTo,
    };

    private static double Round(double value) => Math.Round(value, 6);

    private static Interval? Percent(Interval? interval) => interval is { } known ? new Interval(Round(100 * known.Lower), Round(100 * known.Upper), known.Level) : null;
}
