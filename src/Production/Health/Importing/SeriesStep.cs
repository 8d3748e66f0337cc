using Voltloop.Record.Series;

namespace Voltloop.Health.Importing;

/// <summary>What to do with the samples of a file, given what the record already holds.</summary>
/// <param name="Append">What to write; <c>null</c> when the record holds all of it.</param>
/// <param name="SeriesId">The series that holds the samples afterwards.</param>
/// <param name="Held">Samples of it that the record held before.</param>
/// <param name="DiffersAt">First sample in which a series of the thing contradicts the file; <c>null</c> when none does.</param>
internal sealed record SeriesStep(SeriesAppend? Append, string SeriesId, long Held, long? DiffersAt = null);
