namespace Voltloop.Kernels.MassBalance;

/// <summary>What can be wrong in a network.</summary>
public enum GrossErrorKind
{
    /// <summary>Something enters a node (positive) or leaves it (negative) that no stream shows.</summary>
    Node = 0,

    /// <summary>A stream is measured too high (positive) or too low (negative).</summary>
    Stream = 1,
}
