namespace Voltloop.Health.BenchmarkMethods;

/// <summary>Where the figures of a row come from.</summary>
internal static class BenchmarkSources
{
    /// <summary>Copied from a publication.</summary>
    public const string Published = "published";

    /// <summary>Measured by us with the program of somebody else.</summary>
    public const string Peer = "peer";

    /// <summary>Computed in this run.</summary>
    public const string Own = "own";
}
