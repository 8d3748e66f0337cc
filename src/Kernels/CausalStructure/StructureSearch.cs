namespace Voltloop.Kernels.CausalStructure;

/// <summary>What tests of independence condition on.</summary>
public enum StructureSearch
{
    /// <summary>A few neighbours at a time (PC).</summary>
    Neighbours,

    /// <summary>Everything at earlier stations, and neighbours at the own one.</summary>
    Stations,
}
