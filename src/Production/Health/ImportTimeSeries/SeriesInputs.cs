namespace Voltloop.Health.ImportTimeSeries;

/// <summary>Where the numbers of a computation come from.</summary>
/// <param name="SeriesId">Identifier of the series.</param>
/// <param name="Document">SHA-256 of the file.</param>
/// <param name="Preamble">Keys and values in front of the header.</param>
internal sealed record SeriesInputs(string SeriesId, string Document, IReadOnlyDictionary<string, string> Preamble);
