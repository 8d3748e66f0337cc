using System.Text;
using Voltloop.Core.Identities;
using Voltloop.Record.Documents;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Tests.CrashHost;

/// <summary>Batch number n, the same in the process that writes it and in the test that looks for it.</summary>
public static class CrashBatch
{
    /// <summary>Lanes write side by side; each has its own series.</summary>
    public const int Lanes = 4;

    public const int RowsPerBatch = 25;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static ThingId Cell(int lane) => ThingId.Parse($"https://example.com/cell-{lane}");

    public static string Series(int lane) => $"urn:voltloop:series:crash-{lane}";

    public static string Issuer(int number) => $"batch {number}";

    public static int StatementCount(int number) => 5 + (number % 17);

    public static byte[] Document(int number) => Encoding.UTF8.GetBytes($"document of batch {number}");

    /// <summary>Statements, samples and a document that must appear together or not at all.</summary>
    public static WriteBatch Of(int number)
    {
        var lane = number % Lanes;
        var spec = new SeriesSpec(Series(lane), Cell(lane), "Crash", [new("test_time_second", "s"), new("voltage_volt", "V")]);
        var axis = Enumerable.Range(number / Lanes * RowsPerBatch, RowsPerBatch).Select(i => (double)i).ToArray();
        return new WriteBatch
        {
            Things = [new Thing(Cell(lane), ThingKind.Cell, "Cell")],
            Documents = [new DocumentContent($"{number}.txt", "text/plain", Document(number))],
            Series = [new SeriesAppend(spec, [axis, [.. axis.Select(t => 3 + (t % 100 / 100))]]) { ExpectedSamples = number / Lanes * RowsPerBatch }],
            Assertions = [new Assertion(Issuer(number), [.. Enumerable.Range(0, StatementCount(number)).Select(i => Fact(lane, number, i))])],
        };
    }

    private static Statement Fact(int lane, int number, int place) =>
        new(Cell(lane), $"term{place}", StatementValue.Of((long)number), Start.AddMinutes(number)) { Unit = "Ah" };
}
