using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Passport.ChangeLifecycle;
using Voltloop.Passport.Model;
using Voltloop.Passport.ReadPassport;
using Voltloop.Passport.ServeEn18222;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Passport.ComposeBattery;

/// <summary>Says which batteries a battery is made of. Each keeps its own passport; nothing of it is copied.</summary>
internal sealed class Composer(PassportReader passports, IRecordWriter writer, CompositionPlanner planner, LifecycleTools tools)
{
    /// <summary>Puts batteries in and takes others out; all of it is one unit.</summary>
    /// <exception cref="ProblemException">The battery has ceased or lives on elsewhere, or a component does not fit.</exception>
    public Task ComposeAsync(ThingId whole, ComposeRequest request, CancellationToken cancellation)
    {
        var (add, remove) = ((request.Add ?? []).Select(ThingId.Parse).ToList(), (request.Remove ?? []).Select(ThingId.Parse).ToList());
        if (add.Count + remove.Count == 0) throw new ProblemException(CommonProblems.InvalidValue, "Nothing changes.", null, "Name batteries to add or to remove.");
        return tools.Locks.RunAllAsync([whole, .. add, .. remove], async () =>
        {
            var view = await passports.ReadAsync(whole, AsOf.Latest, AudiencePolicy.Operator, cancellation).ConfigureAwait(false);
            CheckOpen(view);
            return await writer.WriteAsync(await PlanAsync(view, add, remove, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        }, cancellation);
    }

    private async Task<WriteBatch> PlanAsync(PassportView view, List<ThingId> add, List<ThingId> remove, CancellationToken cancellation)
    {
        var before = LifecycleTerms.List(view, LifecycleTerms.Components);
        if (remove.Find(id => !before.Contains(id.Value, StringComparer.Ordinal)) is { Value.Length: > 0 } stranger)
            throw new ProblemException(CommonProblems.InvalidValue, $"\"{stranger}\" is not inside \"{view.Thing.Id}\".", "remove");
        var after = before.Where(id => !remove.Exists(gone => gone.Value == id)).Select(ThingId.Parse).Concat(add).ToList();
        var placed = await planner.PlanAsync(new Placing(view.Thing, after, []), cancellation).ConfigureAwait(false);
        var assertions = new List<Assertion> { new(tools.Speaker.Issuer(LifecycleTerms.Text(view, DppTerms.Operator) ?? view.Thing.Id.Value), OfWhole(view, after)) };
        assertions.AddRange(placed.OfOthers.Where(assertion => add.Contains(assertion.Statements[0].Thing)));
        foreach (var id in remove)
        {
            if (await planner.OutAsync(view.Thing.Id, id, cancellation).ConfigureAwait(false) is { } outside) assertions.Add(outside);
        }

        return new WriteBatch { Assertions = assertions };
    }

    private List<Statement> OfWhole(PassportView view, List<ThingId> after) =>
        [tools.Statements.List(view, LifecycleTerms.Components, after.Select(id => id.Value).ToList())!];

    private static void CheckOpen(PassportView view)
    {
        if (view.Thing.Kind == ThingKind.Model) throw new ProblemException(CommonProblems.InvalidValue, "A model is made of nothing; its items are.");
        var status = LifecycleTerms.Text(view, DppTerms.Status);
        if (status == DppTerms.Ceased) throw new ProblemException(En18222Problems.Gone, $"The passport of \"{view.Thing.Id}\" has ceased to exist.");
        if (status == DppTerms.Inactive) throw new ProblemException(CommonProblems.Conflict, $"\"{view.Thing.Id}\" lives on under another identifier.", null, "Change the composition there.");
    }
}
