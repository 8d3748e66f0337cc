namespace Voltloop.Health.ReadTables;

/// <summary>A table of text whose head was read and whose rows were not.</summary>
/// <param name="Preamble">Keys and values of the lines <c># key: value</c> in front of the header, keys in lower case.</param>
/// <param name="Headers">Names of the columns.</param>
/// <param name="Delimiter">Comma, semicolon or tab.</param>
/// <param name="Body">Rows as UTF-8.</param>
/// <param name="FirstLine">Line number of the first row.</param>
internal sealed record TextTable(
    IReadOnlyDictionary<string, string> Preamble,
    IReadOnlyList<string> Headers,
    byte Delimiter,
    ReadOnlyMemory<byte> Body,
    int FirstLine);
