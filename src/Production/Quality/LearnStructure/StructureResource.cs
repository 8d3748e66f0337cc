namespace Voltloop.Quality.LearnStructure;

/// <summary>A structure learned from a table.</summary>
/// <param name="Source">File.</param>
/// <param name="Says">What was found, in words.</param>
internal sealed record StructureResource(string Source, string Says)
{
    /// <summary>Complete rows.</summary>
    public int Rows { get; init; }

    /// <summary>stations or neighbours.</summary>
    public required string Search { get; init; }

    /// <summary>How, with reference.</summary>
    public required string Method { get; init; }

    /// <summary>Where it holds.</summary>
    public required string Validity { get; init; }

    /// <summary>Stations in the order of the line.</summary>
    public required IReadOnlyList<string> Stations { get; init; }

    /// <summary>Variables.</summary>
    public required IReadOnlyList<VariableResource> Variables { get; init; }

    /// <summary>Edges, the surest first.</summary>
    public required IReadOnlyList<EdgeResource> Edges { get; init; }

    /// <summary>Pairs that correlate and are not joined, the strongest correlation first, up to <see cref="StructureLearning.MostMissing"/>.</summary>
    public required IReadOnlyList<MissingEdge> Missing { get; init; }

    /// <summary>Variable whose causes were asked for.</summary>
    public string? Target { get; init; }

    /// <summary>Causes of the target.</summary>
    public IReadOnlyList<EffectResource> Effects { get; init; } = [];

    /// <summary>What the reader should know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
