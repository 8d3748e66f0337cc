using Voltloop.Core.Problems;

namespace Voltloop.Record.Terms;

/// <summary>One row of a table, with its place for messages.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Line on which the row starts, from 1.</param>
/// <param name="Cells">Cells by column name.</param>
public sealed record CsvRow(string File, int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>Text of a cell without surrounding blanks; empty when the table has no such column.</summary>
    public string Text(string column) => Cells.TryGetValue(column, out var text) ? text.Trim() : "";

    /// <summary>Text of a cell, or <c>null</c> when it is empty.</summary>
    public string? Optional(string column) => Text(column) is { Length: > 0 } text ? text : null;

    /// <summary>Text of a cell that must not be empty.</summary>
    public string Required(string column) => Optional(column) ?? throw Bad(column, "must not be empty");

    /// <summary>Parts of a cell separated by semicolons.</summary>
    public IReadOnlyList<string> List(string column) =>
        Text(column).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The named error for a cell.</summary>
    public ProblemException Bad(string column, string reason) =>
        new(VocabularyProblems.BadTable, $"Column \"{column}\" {reason}; it is \"{Text(column)}\".", $"{File}, line {Line}");
}
