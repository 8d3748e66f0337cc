namespace Voltloop.Tracing.Model.Custody;

/// <summary>What is planted into a made-up supply network.</summary>
/// <param name="Seed">Same seed, same network.</param>
internal sealed record SupplyScenario(int Seed)
{
    /// <summary>Months that it lasts.</summary>
    public int Months { get; init; } = 36;

    /// <summary>Where undeclared material is mixed in; <c>null</c> for an honest network.</summary>
    public string? Culprit { get; init; }

    /// <summary>Undeclared material as part of what the site ships.</summary>
    public double Share { get; init; }

    /// <summary>First month with undeclared material, from 0.</summary>
    public int Since { get; init; }

    /// <summary>An honest site whose scale for receipts begins to show this part too much; 0 for none.</summary>
    public double ScaleDrift { get; init; }

    /// <summary>The site with that scale.</summary>
    public string? DriftingScale { get; init; }

    /// <summary>First month of the drift.</summary>
    public int DriftSince { get; init; }
}
