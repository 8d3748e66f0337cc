using Voltloop.Core.Provenance;
using Voltloop.Kernels.Forecasting;

namespace Voltloop.Health.Model.Lifetime;

/// <summary>What can be said of the end of life of a cell.</summary>
/// <param name="KnownTo">Last cycle that was used.</param>
/// <param name="Share">Share of the capacity there.</param>
internal sealed record LifeOutlook(double KnownTo, double Share)
{
    /// <summary>Cycle at which the end was reached; <c>null</c> while it was not.</summary>
    public double? Reached { get; init; }

    /// <summary>The forecast; <c>null</c> when the end was reached or nothing honest can be said.</summary>
    public LifeForecast? Forecast { get; init; }

    /// <summary>Why no forecast is made.</summary>
    public string? Refusal { get; init; }

    /// <summary>Method with reference and validity; <c>null</c> when refused.</summary>
    public Evidence? Method { get; init; }

    /// <summary>Where the fade turns from slow to fast; <c>null</c> when it does not clearly.</summary>
    public KneePoint? Knee { get; init; }

    /// <summary>Cycle at which the fade bends most (Kneedle); <c>null</c> when it hardly bends down.</summary>
    public double? Bend { get; init; }
}
