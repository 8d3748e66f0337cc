using Voltloop.Core.Identities;
using Voltloop.Core.Provenance;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Bench.Passport;

/// <summary>Packs of one model of the example value chain, each with eight facts of its own.</summary>
internal static class Fleet
{
    private const int PerBatch = 500;
    private static readonly ThingId Model = ThingId.Parse("https://id.gs1.org/01/09521234500018");
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Evidence Method = new("bms.report", "doi:10.1038/s41560-019-0356-8");

    public static string Id(int number) => $"{Model.Value}/21/FLEET-{number:D7}";

    /// <summary>Writes the model's thing, when it is not there, and the packs of these numbers; each batch is durable before the next begins.</summary>
    public static async Task FillAsync(IRecordWriter record, int from, int to)
    {
        await record.WriteAsync(new WriteBatch { Things = [new Thing(Model, ThingKind.Model, "VEC-NCM811-1A1")] });
        for (var first = from; first < to; first += PerBatch)
        {
            var packs = Enumerable.Range(first, Math.Min(PerBatch, to - first)).ToList();
            await record.WriteAsync(new WriteBatch
            {
                Things = [.. packs.Select(n => new Thing(ThingId.Parse(Id(n)), ThingKind.Pack, $"Pack {n}", Model))],
                Assertions = [.. packs.Select(n => new Assertion("https://id.gs1.org/417/9521234000013", Facts(n)))],
            });
        }
    }

    private static Statement[] Facts(int number)
    {
        var id = ThingId.Parse(Id(number));
        return
        [
            Fact(id, "serialNumber", StatementValue.Of($"FLEET-{number:D7}"), null),
            Fact(id, "manufacturingDate", StatementValue.Of("2026-01-01"), null),
            Fact(id, "batteryStatus", StatementValue.Of("original"), null),
            Fact(id, "stateOfHealth", StatementValue.Of(100 - (number % 200 / 10.0)), "%"),
            Fact(id, "remainingCapacity", StatementValue.Of(1.1 - (number % 200 / 1000.0)), "Ah"),
            Fact(id, "numberOfFullCycles", StatementValue.Of(number % 1500), "{cycle}"),
            Fact(id, "energyThroughput", StatementValue.Of(number % 1500 * 3.5), "Wh"),
            Fact(id, "stateOfCharge", StatementValue.Of(number % 101), "%"),
        ];
    }

    private static Statement Fact(ThingId id, string term, StatementValue value, string? unit) => new(id, term, value, Start) { Unit = unit, Evidence = Method };
}
