using Voltloop.Tracing.Model.Factory;

namespace Voltloop.Tracing.GenerateChain;

/// <summary>The made-up chain of the example. Section <c>Example</c> of the settings.</summary>
internal sealed class ExampleChainSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Example";

    /// <summary>Cells of the made-up factory in the example; 0 for no factory.</summary>
    public int Cells { get; set; } = FactoryPlan.UsualCells;

    /// <summary>Seed of the made-up factory.</summary>
    public int Seed { get; set; } = FactoryPlan.UsualSeed;
}
