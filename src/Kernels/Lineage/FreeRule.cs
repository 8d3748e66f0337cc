namespace Voltloop.Kernels.Lineage;

/// <summary>Follows everything.</summary>
internal readonly struct FreeRule : ILineageRule
{
    public static bool IsFree => true;
}
