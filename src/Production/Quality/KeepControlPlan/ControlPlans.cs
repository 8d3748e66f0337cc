using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Provenance;
using Voltloop.Core.Time;
using Voltloop.Quality.Model;
using Voltloop.Quality.ReadProcessSignals;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;
using Voltloop.Web.Http;

namespace Voltloop.Quality.KeepControlPlan;

/// <summary>Control plans in the record: a statement on the machine for each version, so that the plan of any date can be read.</summary>
/// <param name="record">The record.</param>
/// <param name="writer">Its writer.</param>
/// <param name="time">Says from when a plan holds.</param>
internal sealed class ControlPlans(IRecordReader record, IRecordWriter writer, TimeProvider time)
{
    /// <summary>Term of a plan.</summary>
    public const string Term = "controlPlan";

    private static readonly Evidence Method = new("controlPlan.declared", "IATF 16949:2016, annex A (content of a control plan)", "As the maker gave it; nothing was measured.");

    /// <summary>The plan of a machine; <c>null</c> when it has none, or the actor may not see it.</summary>
    public async Task<ControlPlan?> FindAsync(string machine, CancellationToken cancellation)
    {
        if (!ThingId.TryParse(machine, out var id) || await record.FindThingAsync(id, cancellation) is null) return null;
        var statements = await record.ReadStatementsAsync(id, AsOf.Latest, cancellation);
        var stated = statements.FirstOrDefault(one => string.Equals(one.Statement.Term, Term, StringComparison.Ordinal));
        return stated?.Statement.Value.AsElement().Deserialize<ControlPlan>(JsonOutput.Compact);
    }

    /// <summary>States a plan from now on.</summary>
    public async Task KeepAsync(string machine, ControlPlan plan, string issuer, CancellationToken cancellation)
    {
        var id = ThingId.Parse(machine);
        var isKnown = await record.FindThingAsync(id, cancellation) is not null;
        var value = StatementValue.Of(JsonSerializer.SerializeToElement(plan, JsonOutput.Compact));
        await writer.WriteAsync(
            new WriteBatch
            {
                Things = isKnown ? [] : [new Thing(id, ThingKind.Machine, MachineName.Short(machine))],
                Assertions = [new Assertion(issuer, [new Statement(id, Term, value, time.GetUtcNow()) { Evidence = Method }])],
            },
            cancellation);
    }
}
