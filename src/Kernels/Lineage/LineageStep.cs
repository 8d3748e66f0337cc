namespace Voltloop.Kernels.Lineage;

/// <summary>An edge seen from one of its ends.</summary>
/// <param name="Edge">Number of the edge.</param>
/// <param name="Link">What is at the other end.</param>
public readonly record struct LineageStep(int Edge, LineageLink Link)
{
    /// <summary>Place in the rows of the direction; an edge of the delta as its complement.</summary>
    internal int Place { get; init; }
}
