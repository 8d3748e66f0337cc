using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
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
internal sealed class LifecycleChanger(IRecordReader record, IRecordWriter writer, LifecycleReader reader, NewLife births, LifecycleTools tools)
{
    /// <summary>Takes the step; all its statements are one unit.</summary>
    /// <exception cref="ProblemException">The step is not allowed, lacks something, or the battery lives on under another identifier.</exception>
    public Task<LifecycleState> ChangeAsync(ThingId id, LifecycleRequest request, CancellationToken cancellation)
    {
        ThingId[] olds = [id, .. (request.With ?? []).Select(ThingId.Parse).Where(other => other != id).Distinct()];
        return tools.Locks.RunAllAsync([default, .. olds], async () =>
        {
            await ChangeAsync(await LivesAsync(olds, cancellation).ConfigureAwait(false), request, cancellation).ConfigureAwait(false);
            return await reader.ReadAsync(id, AsOf.Latest, AudiencePolicy.Operator, cancellation).ConfigureAwait(false);
        }, cancellation);
    }

    private async Task ChangeAsync(IReadOnlyList<OldLife> olds, LifecycleRequest request, CancellationToken cancellation)
    {
        var (batch, handed) = request.To is null ? (HandOver(olds[0], request), olds[0].View.Thing.Id) : await StepAsync(olds, request, cancellation).ConfigureAwait(false);
        await writer.WriteAsync(batch, cancellation).ConfigureAwait(false);
        await HandOverRightsAsync(handed, request.Operator, cancellation).ConfigureAwait(false);
    }

    // Who keeps a store for all goes on writing in it; an operator who hands over loses the right to write.
    private async Task HandOverRightsAsync(ThingId id, string? to, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(to) || !tools.Speaker.IsItself) return;
        await tools.Rights.HandOverAsync(id, ThingId.Parse(to), null, cancellation).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<OldLife>> LivesAsync(ThingId[] ids, CancellationToken cancellation)
    {
        var lives = new List<OldLife>();
        foreach (var id in ids)
        {
            var view = await births.ReadAsync(id, cancellation).ConfigureAwait(false);
            lives.Add(new OldLife(view, reader.Of(view)));
            CheckOpen(lives[^1]);
        }

        return lives;
    }

    private static void CheckOpen(OldLife old)
    {
        if (old.View.Thing.Kind == ThingKind.Model) throw new ProblemException(CommonProblems.InvalidValue, "A model has no life; its items have.");
        if (old.State.Ceased) throw new ProblemException(En18222Problems.Gone, $"The passport of \"{old.State.Id}\" has ceased to exist.");
        if (old.State.Superseded)
            throw new ProblemException(CommonProblems.Conflict, $"The life of \"{old.State.Id}\" goes on as \"{old.State.Successors[^1]}\".", null, "Take the step there.");
    }

    private async Task<(WriteBatch Batch, ThingId Handed)> StepAsync(IReadOnlyList<OldLife> olds, LifecycleRequest request, CancellationToken cancellation)
    {
        var steps = olds.Select(old => tools.Rules.Get(old.State.Status, request.To!)).ToList();
        if (steps.Find(step => step.NeedsOperator) is { } needs) CheckOperator(request, needs);
        if (steps.TrueForAll(step => step.NewPassport)) return await births.BeginAsync(olds, request, cancellation).ConfigureAwait(false);
        CheckAlone(olds, request, steps[0]);
        var (view, statements) = (olds[0].View, Statements(olds[0].View, request));
        if (steps[0].Ceases) statements.AddRange(await TombstoneAsync(view, cancellation).ConfigureAwait(false));
        return (Same(view, statements), view.Thing.Id);
    }

    private void CheckOperator(LifecycleRequest request, Transition step)
    {
        if (string.IsNullOrWhiteSpace(request.Operator))
            throw new ProblemException(CommonProblems.InvalidValue, $"To become {step.To}, somebody must take over responsibility ({step.Provision}).", "operator", "Name the operator.");
        if (tools.Speaker.IsItself) ThingId.Parse(request.Operator);
    }

    private static void CheckAlone(IReadOnlyList<OldLife> olds, LifecycleRequest request, Transition step)
    {
        if (request.NewId is not null) throw new ProblemException(CommonProblems.InvalidValue, $"Becoming {step.To} begins no new life.", "newId", "Leave the new identifier out.");
        if (olds.Count > 1 || request.Part || request.Components is not null)
            throw new ProblemException(CommonProblems.InvalidValue, $"Becoming {step.To} is a step of one whole battery.", "with", "Take the step for each battery.");
    }

    private WriteBatch HandOver(OldLife old, LifecycleRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Operator))
            throw new ProblemException(CommonProblems.InvalidValue, "Nothing changes.", null, "Name a status, an operator, or both.");
        if (tools.Speaker.IsItself) ThingId.Parse(request.Operator);
        return Same(old.View, Statements(old.View, request));
    }

    private async Task<IReadOnlyList<Statement>> TombstoneAsync(PassportView view, CancellationToken cancellation) =>
        Tombstone.Of(view.Thing, await record.ReadStatementsAsync(view.Thing.Id, AsOf.Latest, cancellation).ConfigureAwait(false), tools.Clock.GetUtcNow());

    private List<Statement> Statements(PassportView view, LifecycleRequest request)
    {
        var statements = new List<Statement>();
        if (request.To is { } status) statements.Add(tools.Statements.Text(view, LifecycleTerms.BatteryStatus, status));
        if (!string.IsNullOrWhiteSpace(request.Operator)) statements.Add(tools.Statements.Text(view, DppTerms.Operator, request.Operator));
        return statements;
    }

    private WriteBatch Same(PassportView view, IReadOnlyList<Statement> statements) => new()
    {
        Assertions = [new Assertion(tools.Speaker.Issuer(LifecycleTerms.Text(view, DppTerms.Operator) ?? view.Thing.Id.Value), statements)],
    };
}
