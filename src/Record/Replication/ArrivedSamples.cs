using Voltloop.Record.Series;

namespace Voltloop.Record.Replication;

/// <summary>A piece of a series with what the series is.</summary>
/// <param name="Spec">The series.</param>
/// <param name="Piece">Samples.</param>
public sealed record ArrivedSamples(SeriesSpec Spec, SeriesPiece Piece);
