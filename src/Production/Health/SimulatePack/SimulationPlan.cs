using Voltloop.Health.Model.Packs;
using Voltloop.Kernels.Packs;

namespace Voltloop.Health.SimulatePack;

/// <summary>A pack and what is done with it.</summary>
/// <param name="Model">The pack.</param>
/// <param name="Chemistry">Its chemistry, with the limits of voltage.</param>
/// <param name="Load">Current over time.</param>
/// <param name="Modes">Ways of balancing to compare.</param>
/// <param name="Balancing">Sizes of the balancing circuits.</param>
internal sealed record SimulationPlan(PackModel Model, PackChemistry Chemistry, LoadSample[] Load, BalancingMode[] Modes, BalancingSettings Balancing)
{
    /// <summary>Most samples of a load.</summary>
    public const int MostSamples = 100_000;
}
