namespace Voltloop.Kernels.CausalStructure;

/// <summary>What is known of the direction of an edge.</summary>
public enum EdgeKind
{
    /// <summary>The data say that the two belong together, not which comes first.</summary>
    Open,

    /// <summary>The order of stations says it.</summary>
    ByOrder,

    /// <summary>A collider, or what follows from one (Meek's rules).</summary>
    ByData,
}
