namespace Voltloop.Kernels.Lineage;

/// <summary>Whether a walk looks at anything but time. Given as a type, as the direction is.</summary>
internal interface ILineageRule
{
    /// <summary>Whether every edge that time lets through is followed.</summary>
    static abstract bool IsFree { get; }
}
