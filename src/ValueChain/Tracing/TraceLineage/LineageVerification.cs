namespace Voltloop.Tracing.TraceLineage;

/// <summary>Whether the lineage index is what building it from the record gives.</summary>
/// <param name="IsEqual">Edge for edge.</param>
/// <param name="Events">Number of the newest event that was compared.</param>
/// <param name="Nodes">Things, lots and transformations.</param>
/// <param name="Edges">What went into what.</param>
internal sealed record LineageVerification(bool IsEqual, long Events, int Nodes, int Edges)
{
    /// <summary>SHA-256 over all names and edges of the index.</summary>
    public required string Digest { get; init; }

    /// <summary>The same of the fresh build.</summary>
    public required string Expected { get; init; }
}
