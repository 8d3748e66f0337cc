namespace Voltloop.Tracing.Model.Factory;

/// <summary>What is planted in a made-up chain. Tests compare findings with it; nothing that finds may read it.</summary>
/// <param name="Cells">Cells that were stacked.</param>
/// <param name="Seed">Seed of the chain.</param>
/// <param name="Events">Events of the chain.</param>
internal sealed record PlantedTruth(int Cells, int Seed, long Events)
{
    /// <summary>Packs that were made of them.</summary>
    public required int Packs { get; init; }

    /// <summary>The mine that ships more than it digs.</summary>
    public required PlantedMixing MixingMine { get; init; }

    /// <summary>The coater that drifts.</summary>
    public required PlantedDrift Coater { get; init; }
}
