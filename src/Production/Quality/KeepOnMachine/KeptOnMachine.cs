using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Provenance;
using Voltloop.Core.Time;
using Voltloop.Quality.ReadProcessSignals;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;
using Voltloop.Web.Http;

namespace Voltloop.Quality.KeepOnMachine;

/// <summary>What people declare of a machine or line: a statement for each version, so that what held at any date can be read.</summary>
/// <param name="record">The record.</param>
/// <param name="writer">Its writer.</param>
/// <param name="time">Says from when a version holds.</param>
internal sealed class KeptOnMachine(IRecordReader record, IRecordWriter writer, TimeProvider time)
{
    /// <summary>The version that holds now; <c>null</c> when there is none, or the actor may not see it.</summary>
    public async Task<T?> FindAsync<T>(string machine, string term, CancellationToken cancellation)
        where T : class
    {
        if (!ThingId.TryParse(machine, out var id) || await record.FindThingAsync(id, cancellation) is null) return null;
        var statements = await record.ReadStatementsAsync(id, AsOf.Latest, cancellation);
        var stated = statements.FirstOrDefault(one => string.Equals(one.Statement.Term, term, StringComparison.Ordinal));
        return stated?.Statement.Value.AsElement().Deserialize<T>(JsonOutput.Compact);
    }

    /// <summary>States a version from now on, of a machine that the record may not know yet.</summary>
    public async Task KeepAsync<T>(string machine, (string Term, T Value, Evidence Method) declared, string issuer, CancellationToken cancellation)
    {
        var id = ThingId.Parse(machine);
        var isKnown = await record.FindThingAsync(id, cancellation) is not null;
        var value = StatementValue.Of(JsonSerializer.SerializeToElement(declared.Value, JsonOutput.Compact));
        await writer.WriteAsync(
            new WriteBatch
            {
                Things = isKnown ? [] : [new Thing(id, ThingKind.Machine, MachineName.Short(machine))],
                Assertions = [new Assertion(issuer, [new Statement(id, declared.Term, value, time.GetUtcNow()) { Evidence = declared.Method }])],
            },
            cancellation);
    }
}
