using Voltloop.Core.Problems;

namespace Voltloop.Kernels.SeriesCoding;

/// <summary>Problems of stored chunks.</summary>
public static class SeriesCodingProblems
{
    /// <summary>A chunk's bytes are not what was stored, or were written by a newer version.</summary>
    public static readonly ProblemKind CorruptChunk = new("corrupt-chunk", "Stored samples are damaged.", 500, 5);

    internal static ProblemException Corrupt(string detail) => new(CorruptChunk, detail);
}
