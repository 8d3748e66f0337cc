namespace Voltloop.Record.Sqlite.Operations;

/// <summary>How much the doctor looks at.</summary>
public sealed record DoctorOptions
{
    /// <summary>Check every n-th assertion, series and document by content; 1 for all.</summary>
    public int EveryNth { get; init; } = 1;
}
