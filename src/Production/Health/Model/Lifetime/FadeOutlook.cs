using Voltloop.Core.Provenance;
using Voltloop.Kernels.Ageing;

namespace Voltloop.Health.Model.Lifetime;

/// <summary>A fade model of one battery with what it says of the end of life.</summary>
/// <param name="Model">The model.</param>
/// <param name="Intervals">Intervals of calendar factor per √day, cycle factor and exponent, in this order; <c>null</c> where nothing is claimed.</param>
internal sealed record FadeOutlook(FadeModel Model, IReadOnlyList<Interval?> Intervals)
{
    /// <summary>Last cycle it was fitted on.</summary>
    public double KnownTo { get; init; }

    /// <summary>Cycle at which 20 % of the capacity at the beginning is lost; <c>null</c> when that lies too far ahead.</summary>
    public double? EndCycle { get; init; }

    /// <summary>Its interval.</summary>
    public Interval? EndInterval { get; init; }

    /// <summary>Mean error of the last third when only the first two were fitted, percentage points of capacity.</summary>
    public double HeldOutError { get; init; }

    /// <summary>Why the end is not told.</summary>
    public string? Refusal { get; init; }
}
