using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Provenance;
using Voltloop.Core.Time;
using Voltloop.Health.Model;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;
using Voltloop.Web.Http;

namespace Voltloop.Health.BenchmarkMethods;

/// <summary>Model cards in the record: one thing for each benchmark, a statement for each time its card is kept.</summary>
internal sealed class ModelCards(IRecordReader record, IRecordWriter writer)
{
    /// <summary>Who states them on the command line.</summary>
    public const string Issuer = "urn:voltloop:health";

    private static readonly Evidence Method = new("benchmark.without-leakage", "Mitchell et al. 2019, doi:10.1145/3287560.3287596 (model cards)", "On the data and the split named in the card, by the version of the program named in it.");

    /// <summary>What the card of a benchmark is about.</summary>
    public static ThingId ThingOf(string benchmark) => ThingId.Parse($"https://id.voltloop.example/method/health-{benchmark}");

    /// <summary>The card kept last; <c>null</c> when none was.</summary>
    public async Task<RecordedStatement?> FindAsync(string benchmark, CancellationToken cancellation)
    {
        var thing = ThingOf(benchmark);
        if (await record.FindThingAsync(thing, cancellation) is null) return null;
        var statements = await record.ReadStatementsAsync(thing, AsOf.Latest, cancellation);
        return statements.FirstOrDefault(one => string.Equals(one.Statement.Term, HealthTerms.ModelCard, StringComparison.Ordinal));
    }

    /// <summary>States the card of a run.</summary>
    public async Task<ModelCard> KeepAsync(BenchmarkRun run, string issuer, CancellationToken cancellation)
    {
        var (card, thing) = (ModelCard.Of(run), ThingOf(run.Name));
        var isKnown = await record.FindThingAsync(thing, cancellation) is not null;
        var value = StatementValue.Of(JsonSerializer.SerializeToElement(card, JsonOutput.Compact));
        await writer.WriteAsync(
            new WriteBatch
            {
                Things = isKnown ? [] : [new Thing(thing, ThingKind.Operator, $"Methods of health, benchmark {run.Name}")],
                Assertions = [new Assertion(issuer, [new Statement(thing, HealthTerms.ModelCard, value, run.RanAt) { Evidence = Method }])],
            },
            cancellation);
        return card;
    }
}
