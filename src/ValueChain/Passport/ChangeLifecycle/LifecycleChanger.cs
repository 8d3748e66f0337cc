using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Provenance;
using Voltloop.Core.Time;
using Voltloop.Passport.Model;
using Voltloop.Passport.ReadPassport;
using Voltloop.Passport.ServeEn18222;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Passport.ChangeLifecycle;

/// <summary>Takes a battery to the next step of its life (Regulation (EU) 2023/1542, Article 77(7) and (8)).</summary>
internal sealed class LifecycleChanger(IRecordReader record, IRecordWriter writer, PassportReader passports, LifecycleReader reader, LifecycleTools tools)
{
    private static readonly Evidence Declared = new("declared", "Regulation (EU) 2023/1542, Article 77");

    /// <summary>Takes the step; all its statements are one unit.</summary>
    /// <exception cref="ProblemException">The step is not allowed, lacks something, or the battery lives on under another identifier.</exception>
    public Task<LifecycleState> ChangeAsync(ThingId id, LifecycleRequest request, CancellationToken cancellation) => tools.Locks.RunAsync(id, async () =>
    {
        var view = await passports.ReadAsync(id, AsOf.Latest, AudiencePolicy.Operator, cancellation).ConfigureAwait(false);
        var state = reader.Of(view);
        CheckOpen(view, state);
        var batch = request.To is null ? HandOver(view, request) : await StepAsync(view, state, request, cancellation).ConfigureAwait(false);
        await writer.WriteAsync(batch, cancellation).ConfigureAwait(false);
        return await reader.ReadAsync(id, AsOf.Latest, AudiencePolicy.Operator, cancellation).ConfigureAwait(false);
    }, cancellation);

    private static void CheckOpen(PassportView view, LifecycleState state)
    {
        if (view.Thing.Kind == ThingKind.Model) throw new ProblemException(CommonProblems.InvalidValue, "A model has no life; its items have.");
        if (state.Ceased) throw new ProblemException(En18222Problems.Gone, $"The passport of \"{state.Id}\" has ceased to exist.");
        if (state.Successors.Count > 0)
            throw new ProblemException(CommonProblems.Conflict, $"The life of \"{state.Id}\" goes on as \"{state.Successors[0]}\".", null, "Take the step there.");
    }

    private async Task<WriteBatch> StepAsync(PassportView view, LifecycleState state, LifecycleRequest request, CancellationToken cancellation)
    {
        var step = tools.Rules.Get(state.Status, request.To!);
        if (step.NeedsOperator && string.IsNullOrWhiteSpace(request.Operator))
            throw new ProblemException(CommonProblems.InvalidValue, $"To become {step.To}, somebody must take over responsibility ({step.Provision}).", "operator", "Name the operator.");
        if (step.NewPassport) return await NewLifeAsync((view, state), step, request, cancellation).ConfigureAwait(false);
        if (request.NewId is not null) throw new ProblemException(CommonProblems.InvalidValue, $"Becoming {step.To} begins no new life.", "newId", "Leave the new identifier out.");
        return step.Ceases ? await CeaseAsync(view, step, request, cancellation).ConfigureAwait(false) : Same(view, Statements(view, step.To, request.Operator));
    }

    private WriteBatch HandOver(PassportView view, LifecycleRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Operator))
            throw new ProblemException(CommonProblems.InvalidValue, "Nothing changes.", null, "Name a status, an operator, or both.");
        return Same(view, Statements(view, null, request.Operator));
    }

    private async Task<WriteBatch> CeaseAsync(PassportView view, Transition step, LifecycleRequest request, CancellationToken cancellation)
    {
        var own = await record.ReadStatementsAsync(view.Thing.Id, AsOf.Latest, cancellation).ConfigureAwait(false);
        return Same(view, [.. Statements(view, step.To, request.Operator), .. Tombstone.Of(view.Thing, own, tools.Clock.GetUtcNow())]);
    }

    private async Task<WriteBatch> NewLifeAsync((PassportView View, LifecycleState State) old, Transition step, LifecycleRequest request, CancellationToken cancellation)
    {
        var thing = old.View.Thing;
        var heir = await HeirAsync(thing, request.NewId, cancellation).ConfigureAwait(false);
        var now = tools.Clock.GetUtcNow();
        Statement[] born =
        [
            Text(heir.Id, LifecycleTerms.BatteryStatus, step.To, now),
            Text(heir.Id, DppTerms.Status, DppTerms.Active, now),
            Text(heir.Id, DppTerms.Operator, request.Operator!, now),
            Text(heir.Id, LifecycleTerms.Predecessor, thing.Id.Value, now),
            List(heir.Id, LifecycleTerms.Predecessors, thing.Id.Value, now),
        ];
        Statement[] left =
        [
            List(thing.Id, LifecycleTerms.Successors, heir.Id.Value, now),
            Text(thing.Id, DppTerms.Status, DppTerms.Inactive, From(old.View, DppTerms.Status)),
        ];
        return new WriteBatch { Things = [heir], Assertions = [new Assertion(request.Operator!, born), new Assertion(old.State.Operator ?? thing.Id.Value, left)] };
    }

    private async Task<Thing> HeirAsync(Thing old, string? newId, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(newId))
            throw new ProblemException(CommonProblems.InvalidValue, "A new life needs a new identifier (Article 77 (7)).", "newId");
        var id = ThingId.Parse(newId);
        if (id.Granularity != Granularity.Item) throw new ProblemException(CommonProblems.InvalidValue, $"\"{id}\" does not identify one item.", "newId");
        if (await record.FindThingAsync(id, cancellation).ConfigureAwait(false) is not null)
            throw new ProblemException(CommonProblems.Conflict, $"\"{id}\" is in use; an identifier is never used again.", "newId");
        // Data of the design still holds until the new operator states its own.
        return new Thing(id, old.Kind, id.Value.Length <= WriteLimits.MaxLabelLength ? id.Value : id.Value[^WriteLimits.MaxLabelLength..], old.Model);
    }

    private List<Statement> Statements(PassportView view, string? status, string? operatorId)
    {
        var statements = new List<Statement>();
        if (status is not null) statements.Add(Text(view.Thing.Id, LifecycleTerms.BatteryStatus, status, From(view, LifecycleTerms.BatteryStatus)));
        if (!string.IsNullOrWhiteSpace(operatorId)) statements.Add(Text(view.Thing.Id, DppTerms.Operator, operatorId, From(view, DppTerms.Operator)));
        return statements;
    }

    // A statement that is dated ahead must not outlive the one that follows it.
    private DateTimeOffset From(PassportView view, string term)
    {
        var now = tools.Clock.GetUtcNow();
        return view.Find(term) is { FromModel: false } entry && entry.Recorded.Statement.ValidFrom > now ? entry.Recorded.Statement.ValidFrom : now;
    }

    private static WriteBatch Same(PassportView view, IReadOnlyList<Statement> statements) => new()
    {
        Assertions = [new Assertion(view.Find(DppTerms.Operator)?.Recorded.Statement.Value.AsText() ?? view.Thing.Id.Value, statements)],
    };

    private static Statement Text(ThingId thing, string term, string value, DateTimeOffset from) => new(thing, term, StatementValue.Of(value), from) { Evidence = Declared };

    private static Statement List(ThingId thing, string term, string value, DateTimeOffset from) =>
        new(thing, term, StatementValue.Of(JsonSerializer.SerializeToElement(new[] { value })), from) { Evidence = Declared };
}
