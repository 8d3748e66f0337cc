using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Passport.ComposeBattery;
using Voltloop.Passport.Model;
using Voltloop.Passport.ReadPassport;
using Voltloop.Passport.ServeEn18222;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Passport.ChangeLifecycle;

/// <summary>Begins the life of a battery that continues one or several others.</summary>
internal sealed class NewLife(IRecordReader record, PassportReader passports, CompositionPlanner composition, LifecycleTools tools)
{
    /// <summary>A passport as the operator reads it.</summary>
    public Task<PassportView> ReadAsync(ThingId id, CancellationToken cancellation) => passports.ReadAsync(id, AsOf.Latest, AudiencePolicy.Operator, cancellation);

    /// <summary>What to write for the new life, and its identifier.</summary>
    /// <exception cref="ProblemException">The new identifier is missing, in use or of no item, or a component cannot go along.</exception>
    public async Task<(WriteBatch Batch, ThingId Handed)> BeginAsync(IReadOnlyList<OldLife> olds, LifecycleRequest request, CancellationToken cancellation)
    {
        var heir = await HeirAsync(olds, request, cancellation).ConfigureAwait(false);
        var components = Components(olds, request);
        var moved = await composition.PlanAsync(new Placing(heir, components, olds.Select(old => old.View).ToList()), cancellation).ConfigureAwait(false);
        var left = olds.Select(old => new Assertion(tools.Speaker.Issuer(old.State.Operator ?? old.State.Id), Left(old, heir.Id, request.Part)));
        var born = new Assertion(tools.Speaker.Issuer(request.Operator!), [.. Born(heir.Id, olds, request), .. moved.OfWhole]);
        return (new WriteBatch { Things = [heir], Assertions = [born, .. left, .. moved.OfOthers] }, heir.Id);
    }

    private List<Statement> Born(ThingId heir, IReadOnlyList<OldLife> olds, LifecycleRequest request)
    {
        string[] predecessors = [.. olds.Select(old => old.State.Id)];
        var statements = new List<Statement>
        {
            tools.Statements.Born(heir, LifecycleTerms.BatteryStatus, request.To!),
            tools.Statements.Born(heir, DppTerms.Status, DppTerms.Active),
            tools.Statements.Born(heir, DppTerms.Operator, request.Operator!),
            tools.Statements.Born(heir, LifecycleTerms.Predecessors, predecessors),
        };
        // The term of other formats holds one identifier: with several none of them would be the predecessor.
        if (predecessors is [var only]) statements.Add(tools.Statements.Born(heir, LifecycleTerms.Predecessor, only));
        return statements;
    }

    private List<Statement> Left(OldLife old, ThingId heir, bool part)
    {
        List<Statement> statements = [tools.Statements.List(old.View, LifecycleTerms.Successors, [.. old.State.Successors, heir.Value])!];
        if (!part) statements.Add(tools.Statements.Text(old.View, DppTerms.Status, DppTerms.Inactive));
        return statements;
    }

    private static List<ThingId> Components(IReadOnlyList<OldLife> olds, LifecycleRequest request)
    {
        if (request.Components is { } named) return named.Select(ThingId.Parse).ToList();
        return request.Part ? [] : olds.SelectMany(old => old.State.Components).Select(ThingId.Parse).ToList();
    }

    private async Task<Thing> HeirAsync(IReadOnlyList<OldLife> olds, LifecycleRequest request, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(request.NewId))
            throw new ProblemException(CommonProblems.InvalidValue, "A new life needs a new identifier (Article 77 (7)).", "newId");
        var id = ThingId.Parse(request.NewId);
        if (id.Granularity != Granularity.Item) throw new ProblemException(CommonProblems.InvalidValue, $"\"{id}\" does not identify one item.", "newId");
        if (await record.FindThingAsync(id, cancellation).ConfigureAwait(false) is not null)
            throw new ProblemException(CommonProblems.Conflict, $"\"{id}\" is in use; an identifier is never used again.", "newId");
        return new Thing(id, olds[0].View.Thing.Kind, id.Value.Length <= WriteLimits.MaxLabelLength ? id.Value : id.Value[^WriteLimits.MaxLabelLength..], Model(olds, request));
    }

    // Data of the design still holds until the new operator states its own, unless something else was made of the parts.
    private static ThingId? Model(IReadOnlyList<OldLife> olds, LifecycleRequest request) => olds.Count == 1 && !request.Part ? olds[0].View.Thing.Model : null;
}
