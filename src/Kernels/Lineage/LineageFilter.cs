namespace Voltloop.Kernels.Lineage;

/// <summary>What a walk follows.</summary>
public sealed record LineageFilter
{
    /// <summary>Most nodes that a walk visits unless told otherwise.</summary>
    public const int UsualMaxNodes = 1_000_000;

    /// <summary>Follows everything.</summary>
    public static readonly LineageFilter All = new();

    /// <summary>What holds at this moment, seconds since 1970-01-01; <c>null</c> for everything that ever held.</summary>
    public uint? AsOf { get; init; }

    /// <summary>The first step only over edges from this moment on, seconds since 1970-01-01.</summary>
    public uint FirstFrom { get; init; }

    /// <summary>The first step only over edges before this moment.</summary>
    public uint FirstBefore { get; init; } = uint.MaxValue;

    /// <summary>A stretch of the coil that a walk down starts from.</summary>
    public CoilInterval? Stretch { get; init; }

    /// <summary>Whether a walk may follow an edge with this tag; <c>null</c> for all.</summary>
    public Func<int, bool>? Crosses { get; init; }

    /// <summary>Ends a walk that nobody waits for any more.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Most nodes visited.</summary>
    public int MaxNodes { get; init; } = UsualMaxNodes;

    /// <summary>Most steps away from the start.</summary>
    public int MaxSteps { get; init; } = int.MaxValue;

    /// <summary>Whether an edge is followed whatever it is, if time lets it.</summary>
    internal bool IsFree => AsOf is null && FirstFrom == 0 && FirstBefore == uint.MaxValue && Stretch is null && Crosses is null && MaxSteps == int.MaxValue;
}
