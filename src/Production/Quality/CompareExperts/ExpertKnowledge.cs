using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Provenance;
using Voltloop.Core.Time;
using Voltloop.Quality.Model.Experts;
using Voltloop.Quality.ReadProcessSignals;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;
using Voltloop.Web.Http;

namespace Voltloop.Quality.CompareExperts;

/// <summary>Analyses in the record: a statement on the line or machine for each version, so that what experts said at any date can be read.</summary>
/// <param name="record">The record.</param>
/// <param name="writer">Its writer.</param>
/// <param name="time">Says from when an analysis holds.</param>
internal sealed class ExpertKnowledge(IRecordReader record, IRecordWriter writer, TimeProvider time)
{
    /// <summary>Term of an analysis.</summary>
    public const string Term = "failureAnalysis";

    private static readonly Evidence Method = new("failureAnalysis.declared", "IEC 60812:2018 (failure modes and effects analysis)", "As experts rated it; nothing was measured.");

    /// <summary>The analysis of a line or machine.</summary>
    /// <exception cref="ProblemException">There is none, or the actor may not see it.</exception>
    public async Task<FailureAnalysis> OfAsync(string thing, CancellationToken cancellation) =>
        await FindAsync(thing, cancellation) ?? throw new ProblemException(CommonProblems.NotFound, $"There is no failure analysis of \"{thing}\".", "of", "Keep one with ./run quality fmea FILE --keep ID.");

    /// <summary>States an analysis from now on.</summary>
    public async Task KeepAsync(string thing, FailureAnalysis analysis, string issuer, CancellationToken cancellation)
    {
        var id = ThingId.Parse(thing);
        var isKnown = await record.FindThingAsync(id, cancellation) is not null;
        var value = StatementValue.Of(JsonSerializer.SerializeToElement(analysis, JsonOutput.Compact));
        await writer.WriteAsync(
            new WriteBatch
            {
                Things = isKnown ? [] : [new Thing(id, ThingKind.Machine, MachineName.Short(thing))],
                Assertions = [new Assertion(issuer, [new Statement(id, Term, value, time.GetUtcNow()) { Evidence = Method }])],
            },
            cancellation);
    }

    private async Task<FailureAnalysis?> FindAsync(string thing, CancellationToken cancellation)
    {
        if (!ThingId.TryParse(thing, out var id) || await record.FindThingAsync(id, cancellation) is null) return null;
        var stated = (await record.ReadStatementsAsync(id, AsOf.Latest, cancellation)).FirstOrDefault(one => string.Equals(one.Statement.Term, Term, StringComparison.Ordinal));
        return stated?.Statement.Value.AsElement().Deserialize<FailureAnalysis>(JsonOutput.Compact);
    }
}
