namespace Voltloop.Kernels.Lineage;

/// <summary>Something went into something.</summary>
/// <param name="From">What went in: number of a node.</param>
/// <param name="To">What it went into.</param>
/// <param name="Kind">How.</param>
/// <param name="Added">When, in seconds since 1970-01-01 (UTC).</param>
public readonly record struct LineageEdge(int From, int To, LineageKind Kind, uint Added)
{
    /// <summary>It has not been taken out.</summary>
    public const uint Open = uint.MaxValue;

    /// <summary>When it was taken out again, in seconds since 1970-01-01; <see cref="Open"/> when it is still there.</summary>
    public uint Removed { get; init; } = Open;

    /// <summary>Mass that went in, kg; NaN when nobody said.</summary>
    public float Mass { get; init; } = float.NaN;

    /// <summary>Which stretch of the coil <see cref="From"/> it was; <c>null</c> when that is not known or there is no coil.</summary>
    public CoilInterval? Position { get; init; }

    /// <summary>A number of the caller's own, for example that of the event behind it.</summary>
    public int Tag { get; init; }
}
