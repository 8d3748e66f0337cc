namespace Voltloop.Bench.Lineage;

/// <summary>What of the index is measured beside walking.</summary>
internal enum StartFigure
{
    /// <summary>Opening a file and checking it.</summary>
    Open,

    /// <summary>Merging what came since into a new file.</summary>
    Merge,

    /// <summary>What names take.</summary>
    Names,
}
