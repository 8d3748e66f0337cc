namespace Voltloop.Tracing.Model.Factory;

/// <summary>A coater that coats too much for an hour.</summary>
/// <param name="Machine">The coater: the read point of its events.</param>
/// <param name="From">From when (UTC).</param>
/// <param name="Before">Until when.</param>
/// <param name="Coil">The coil that was on it.</param>
internal sealed record PlantedDrift(string Machine, DateTimeOffset From, DateTimeOffset Before, string Coil)
{
    /// <summary>First metre of the stretch.</summary>
    public required double FromMetre { get; init; }

    /// <summary>Metre behind the last one.</summary>
    public required double ToMetre { get; init; }

    /// <summary>Cells with a sheet of that stretch, graded good or not.</summary>
    public required IReadOnlyList<string> Cells { get; init; }

    /// <summary>Packs with such a cell.</summary>
    public required IReadOnlyList<string> Packs { get; init; }

    /// <summary>How many times as fast as others its cells age once the drift is full.</summary>
    public double FadeFactor { get; } = (CellFacts.UsualFade + (CellFacts.FadeOfDrift * FactoryPlan.MostDrift)) / CellFacts.UsualFade;
}
