namespace Voltloop.Tracing.TraceLineage;

/// <summary>How the lineage index stands.</summary>
/// <param name="Events">Number of the newest event in it.</param>
/// <param name="Newest">Number of the newest event of the record.</param>
internal sealed record LineageStatus(long Events, long Newest)
{
    /// <summary>Things, lots and transformations.</summary>
    public int Nodes { get; init; }

    /// <summary>What went into what.</summary>
    public int Edges { get; init; }

    /// <summary>Edges in the base.</summary>
    public int BaseEdges { get; init; }

    /// <summary>Edges that came since it was written, in memory.</summary>
    public int DeltaEdges { get; init; }

    /// <summary>Edges that were closed since it was written.</summary>
    public int DeltaClosings { get; init; }

    /// <summary>Bytes of the base.</summary>
    public long BaseBytes { get; init; }

    /// <summary>File of the base in the folder <c>lineage</c> of the data directory; <c>null</c> when all is in memory.</summary>
    public string? File { get; init; }

    /// <summary>Whether a new base is being written.</summary>
    public bool IsMerging { get; init; }
}
