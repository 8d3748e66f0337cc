using Voltloop.Core.Problems;

namespace Voltloop.Health.Model.Packs;

/// <summary>Limits and problems of packs.</summary>
internal static class PackLimits
{
    /// <summary>Fewest cells that can be compared: of two that differ nobody knows which is the odd one.</summary>
    public const int FewestCells = 3;

    /// <summary>Fewest samples.</summary>
    public const int FewestSamples = 10;

    /// <summary>Most values of one check, cells times samples.</summary>
    public const long MostValues = 20_000_000;

    /// <summary>Most cells of a simulated pack.</summary>
    public const int MostCells = 400;

    /// <summary>Largest table, bytes.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    /// <summary>The measurements cannot be those of a pack.</summary>
    public static readonly ProblemKind NoPack = new("pack-not-readable", "The measurements cannot be checked as those of a pack.", 422, 2);
}
