using System.Globalization;

namespace Voltloop.Tests.Unit.Quality;

/// <summary>Rows of the table of run lengths that the R package spc computed.</summary>
internal sealed record RunLengthTable(string Chart, double First, string SecondName, double Second, string Third)
{
    public required double ThirdValue { get; init; }

    public required string What { get; init; }

    public required double Delta { get; init; }

    public required double Value { get; init; }

    public static IReadOnlyList<RunLengthTable> Read(string chart, string? third = null)
    {
        var rows = File.ReadLines(SharedData.Require("quality", "oracles", "arl_tables_R_spc_0.7.2.csv")).Skip(1).Select(Row)
            .Where(row => row.Chart == chart && (third is null || row.Third == third)).ToArray();
        rows.ShouldNotBeEmpty();
        return rows;
    }

    private static RunLengthTable Row(string line)
    {
        var fields = line.Split(',').Select(field => field.Trim('"')).ToArray();
        return new RunLengthTable(fields[0], Number(fields[2]), fields[3], Number(fields[4]), fields[5]) { ThirdValue = Number(fields[6]), What = fields[7], Delta = Number(fields[8]), Value = Number(fields[9]) };
    }

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
}
