using Voltloop.Kernels.Lineage;

namespace Voltloop.Tracing.TraceLineage;

/// <summary>Where something went, or where it comes from.</summary>
/// <param name="Start">Names of things, lots or rolls.</param>
/// <param name="Down">Where it went; otherwise where it comes from.</param>
internal sealed record LineageQuestion(IReadOnlyList<string> Start, bool Down)
{
    /// <summary>Most nodes of an answer unless told otherwise, and most of all.</summary>
    public const int UsualNodes = 10_000;

    /// <summary>Most nodes of an answer.</summary>
    public const int MaxNodes = 1_000_000;

    /// <summary>As it was at this moment; <c>null</c> for everything that ever held.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The first step from this moment on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The first step before this moment.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>A stretch of the coil that is asked about.</summary>
    public CoilInterval? Stretch { get; init; }

    /// <summary>Only results whose name begins so; the walk goes on through the others.</summary>
    public string? Only { get; init; }

    /// <summary>Most nodes to walk through.</summary>
    public int Nodes { get; init; } = UsualNodes;
}
