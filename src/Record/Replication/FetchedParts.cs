namespace Voltloop.Record.Replication;

/// <summary>What a page names and does not carry.</summary>
/// <param name="Samples">Samples of series that have grown.</param>
/// <param name="Documents">Bytes of large documents by their SHA-256.</param>
public sealed record FetchedParts(IReadOnlyList<ArrivedSamples> Samples, IReadOnlyDictionary<string, byte[]> Documents)
{
    /// <summary>Nothing.</summary>
    public static readonly FetchedParts None = new([], new Dictionary<string, byte[]>(StringComparer.Ordinal));
}
