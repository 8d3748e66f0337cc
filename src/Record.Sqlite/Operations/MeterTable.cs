namespace Voltloop.Record.Sqlite.Operations;

/// <summary>How the rows of a table are picked for measuring.</summary>
/// <param name="Part">Part of the store it counts to.</param>
/// <param name="Name">The table.</param>
internal sealed record MeterTable(string Part, string Name)
{
    /// <summary>Table whose row numbers are picked; <c>null</c> when all rows are copied.</summary>
    public string? Key { get; init; }

    /// <summary>Rows of the picked numbers; <c>*</c> stands for the columns.</summary>
    public string Select { get; init; } = "";

    /// <summary>Sum of bytes that are not copied because they are large and their sizes are known.</summary>
    public string? Content { get; init; }
}
