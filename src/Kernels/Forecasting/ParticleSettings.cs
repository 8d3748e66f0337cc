namespace Voltloop.Kernels.Forecasting;

/// <summary>How a particle filter follows the fade of a cell.</summary>
/// <param name="End">Share of the capacity at which life ends.</param>
/// <param name="Level">Coverage of the interval.</param>
/// <param name="Seed">Seed of the draws: the same seed gives the same forecast.</param>
public sealed record ParticleSettings(double End, double Level, int Seed)
{
    /// <summary>Number of particles.</summary>
    public int Particles { get; init; } = 2000;

    /// <summary>Most measurements taken in, evenly over the history.</summary>
    public int Steps { get; init; } = 60;
}
