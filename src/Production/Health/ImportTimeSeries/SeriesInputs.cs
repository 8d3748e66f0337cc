namespace Voltloop.Health.ImportTimeSeries;

/// <summary>Where the numbers of a computation come from.</summary>
/// <param name="SeriesId">Identifier of the series.</param>
/// <param name="Document">SHA-256 of the file.</param>
/// <param name="Preamble">Keys and values in front of the header.</param>
internal sealed record SeriesInputs(string SeriesId, string Document, IReadOnlyDictionary<string, string> Preamble)
{
    /// <summary>SHA-256 of the report of repairs; <c>null</c> when nothing was changed.</summary>
    public string? Report { get; init; }

    /// <summary>All of them, for the evidence of a statement.</summary>
    public IReadOnlyList<string> Names => Report is null ? [SeriesId, Document] : [SeriesId, Document, Report];
}
