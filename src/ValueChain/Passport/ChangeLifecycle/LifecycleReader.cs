using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Passport.Model;
using Voltloop.Passport.ReadPassport;
using Voltloop.Passport.ServeEn18222;
using Voltloop.Record.Ports;

namespace Voltloop.Passport.ChangeLifecycle;

/// <summary>Reads where a battery is in its life.</summary>
internal sealed class LifecycleReader(PassportReader passports, IRecordReader record, LifecycleRules rules)
{
    /// <summary>The state that an audience may read.</summary>
    public async Task<LifecycleState> ReadAsync(ThingId id, AsOf asOf, string audience, CancellationToken cancellation)
    {
        var state = Of(await passports.ReadAsync(id, asOf, audience, cancellation).ConfigureAwait(false));
        return state with { OperatorCeasedOn = await CeasedOnAsync(state.Operator, asOf, cancellation).ConfigureAwait(false) };
    }

    /// <summary>The state that a passport tells.</summary>
    public LifecycleState Of(PassportView view)
    {
        var status = LifecycleTerms.Text(view, LifecycleTerms.BatteryStatus)?.ToLowerInvariant() ?? LifecycleRules.Original;
        var (successors, passport) = (LifecycleTerms.List(view, LifecycleTerms.Successors), LifecycleTerms.Text(view, DppTerms.Status));
        var (ceased, superseded) = (passport == DppTerms.Ceased, successors.Count > 0 && passport == DppTerms.Inactive);
        return new LifecycleState
        {
            Id = view.Thing.Id.Value,
            Status = status,
            Ceased = ceased,
            Superseded = superseded,
            Operator = LifecycleTerms.Text(view, DppTerms.Operator),
            Backup = LifecycleTerms.Text(view, "backupReference"),
            Predecessors = LifecycleTerms.List(view, LifecycleTerms.Predecessors),
            Successors = successors,
            Components = LifecycleTerms.List(view, LifecycleTerms.Components),
            PartOf = LifecycleTerms.Text(view, LifecycleTerms.PartOf),
            Next = ceased || superseded ? [] : rules.From(status).Select(transition => transition.To).ToList(),
        };
    }

    /// <summary>The day on which an operator ceased to act, or <c>null</c>.</summary>
    public async Task<string?> CeasedOnAsync(string? operatorId, AsOf asOf, CancellationToken cancellation)
    {
        if (!ThingId.TryParse(operatorId, out var id)) return null;
        var said = await record.ReadStatementsAsync(id, asOf, cancellation).ConfigureAwait(false);
        return said.FirstOrDefault(recorded => recorded.Statement.Term == LifecycleTerms.OperatorCeased)?.Statement.Value.AsText();
    }
}
