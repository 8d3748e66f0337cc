namespace Voltloop.Record.Sqlite.Reading;

/// <summary>A point in both times, as the tables have them.</summary>
/// <param name="ValidAt">Microseconds.</param>
/// <param name="LastSeq">Last assertion that is known.</param>
internal readonly record struct Moment(long ValidAt, long LastSeq);
