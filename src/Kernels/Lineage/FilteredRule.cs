namespace Voltloop.Kernels.Lineage;

/// <summary>Follows what a filter lets through.</summary>
internal readonly struct FilteredRule : ILineageRule
{
    public static bool IsFree => false;
}
