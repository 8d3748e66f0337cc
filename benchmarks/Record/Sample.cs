using Voltloop.Core.Identities;
using Voltloop.Core.Provenance;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Bench.Record;

/// <summary>Data as a fleet produces it: a hundred terms per cell, evidence that names its method and its series.</summary>
internal static class Sample
{
    public const int TermsPerThing = 100;
    public const int Rows = 100_000;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static ThingId Cell(int number) => ThingId.Parse($"https://id.example.com/01/09506000134352/21/CELL-{number:D6}");

    public static Thing[] Cells(int first, int count) =>
        [.. Enumerable.Range(first, count).Select(i => new Thing(Cell(i), ThingKind.Cell, $"Cell {i}"))];

    /// <summary>Statements about one cell after the other, a hundred terms each.</summary>
    public static WriteBatch Statements(int firstCell, int cells, int round) => new()
    {
        Things = Cells(firstCell, cells),
        Assertions = [.. Enumerable.Range(firstCell, cells).Select(c => new Assertion("https://example.com/producer", Facts(c, round)))],
    };

    public static Statement[] Facts(int cell, int round)
    {
        var evidence = new Evidence("capacity.last-valid-median", "doi:10.1038/s41560-019-0356-8", "10 to 45 Cel, 0.1C to 4C", [$"urn:voltloop:series:{cell}"]);
        var id = Cell(cell);
        return [.. Enumerable.Range(0, TermsPerThing).Select(t => Fact(id, (t, round), evidence))];
    }

    public static Statement Fact(ThingId cell, (int Term, int Round) which, Evidence evidence) => new(
        cell, $"term{which.Term:D3}", StatementValue.Of(Math.Round(100 - (which.Round * 0.01) - (which.Term * 0.1), 3)), Start.AddMinutes(which.Round))
    {
        Unit = which.Term % 3 == 0 ? "Ah" : "%",
        Uncertainty = which.Term % 2 == 0 ? new Interval(90, 101, 0.95) : null,
        Evidence = which.Term % 4 == 0 ? Evidence.Declared : evidence,
    };

    /// <summary>A cycled cell: time in tenths of a second, volts and amperes to a tenth of a milli, degrees to a hundredth; with noise of the instrument.</summary>
    public static SeriesAppend Series(int number)
    {
        var random = new Random(number);
        var columns = Enumerable.Range(0, 4).Select(_ => new double[Rows]).ToArray();
        for (var i = 0; i < Rows; i++)
        {
            var phase = i % 7200 / 7200.0;
            columns[0][i] = i / 10.0;
            columns[1][i] = Math.Round(3.2 + (0.9 * phase) + (0.0004 * (random.NextDouble() - 0.5)), 4);
            columns[2][i] = Math.Round((phase < 0.5 ? 5 : -5) + (0.002 * (random.NextDouble() - 0.5)), 4);
            columns[3][i] = Math.Round(25 + (3 * Math.Sin(phase * Math.PI)) + (0.05 * (random.NextDouble() - 0.5)), 2);
        }

        var spec = new SeriesSpec(
            $"urn:voltloop:series:{number}", Cell(0), "Cycling",
            [new("test_time_second", "s"), new("voltage_volt", "V"), new("current_ampere", "A"), new("temperature_celsius", "Cel")]);
        return new SeriesAppend(spec, columns);
    }
}
