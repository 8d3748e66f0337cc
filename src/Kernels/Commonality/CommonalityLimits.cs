namespace Voltloop.Kernels.Commonality;

/// <summary>Named bounds of the search for what bad units have in common.</summary>
public static class CommonalityLimits
{
    /// <summary>Fewest bad units from which anything is said.</summary>
    public const int FewestBad = 3;

    /// <summary>Fewest good units from which anything is said.</summary>
    public const int FewestGood = 3;

    /// <summary>Most levels of a step.</summary>
    public const int MaxLevels = ushort.MaxValue - 1;

    /// <summary>Factors that are followed after the first look, those with the smallest probability by chance.</summary>
    public const int MaxFollowed = 256;

    /// <summary>Levels whose time is searched for a bad window.</summary>
    public const int MaxScans = 48;

    /// <summary>Moments of a level between which windows are searched.</summary>
    public const int Bins = 48;

    /// <summary>Levels that are combined with each other.</summary>
    public const int MaxPaired = 12;

    /// <summary>Most causes that are named one after the other.</summary>
    public const int MaxCauses = 5;
}
