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

/// <summary>Says what to write when batteries come into another: a battery is inside one other at most, and never inside itself.</summary>
internal sealed class CompositionPlanner(PassportReader passports, IRecordReader record, IRecordWriter writer, LifecycleTools tools)
{
    /// <summary>The statements; nothing is written.</summary>
    /// <exception cref="ProblemException">A component does not fit, is inside another battery, or has ceased.</exception>
    public async Task<Placed> PlanAsync(Placing placing, CancellationToken cancellation)
    {
        if (placing.Components.Count == 0) return new Placed([], []);
        CheckList(placing);
        var others = new List<Assertion>();
        foreach (var id in placing.Components)
        {
            if (await PartAsync(id, cancellation).ConfigureAwait(false) is not { } part) continue;
            Check(placing, part);
            await CheckCircleAsync(placing.Whole.Id, part, 1, cancellation).ConfigureAwait(false);
            var inside = new Assertion(Issuer(part), [tools.Statements.Text(part, LifecycleTerms.PartOf, placing.Whole.Id.Value)]);
            if (await MayWriteAsync(inside, cancellation).ConfigureAwait(false)) others.Add(inside);
        }

        others.AddRange(Without(placing));
        return new Placed([tools.Statements.Born(placing.Whole.Id, LifecycleTerms.Components, placing.Components.Select(id => id.Value).ToList())], others);
    }

    /// <summary>The statements that take a battery out of another; nothing when its operator is another, who must say so.</summary>
    public async Task<Assertion?> OutAsync(ThingId whole, ThingId id, CancellationToken cancellation)
    {
        if (await PartAsync(id, cancellation).ConfigureAwait(false) is not { } part || LifecycleTerms.Text(part, LifecycleTerms.PartOf) != whole.Value) return null;
        var outside = new Assertion(Issuer(part), [tools.Statements.List(part, LifecycleTerms.PartOf, [])!]);
        return await MayWriteAsync(outside, cancellation).ConfigureAwait(false) ? outside : null;
    }

    private static void CheckList(Placing placing)
    {
        if (placing.Components.Count > CompositionRules.MaxComponents)
            throw new ProblemException(CommonProblems.LimitExceeded, $"A battery is made of at most {CompositionRules.MaxComponents} others (CompositionRules.MaxComponents).", "components");
        if (placing.Components.GroupBy(id => id).FirstOrDefault(group => group.Count() > 1) is { } twice) throw Bad(twice.Key, "is named twice");
        if (placing.Components.Contains(placing.Whole.Id)) throw Bad(placing.Whole.Id, "cannot be inside itself");
        // Only a GS1 key tells its granularity.
        if (placing.Components.FirstOrDefault(id => id.Scheme == IdScheme.Gs1DigitalLink && id.Granularity != Granularity.Item) is { Value.Length: > 0 } coarse) throw Bad(coarse, "does not identify one item");
    }

    private static void Check(Placing placing, PassportView part)
    {
        var id = part.Thing.Id;
        if (!CompositionRules.MayHold(placing.Whole.Kind, part.Thing.Kind)) throw Bad(id, $"is a {part.Thing.Kind}, which is not inside a {placing.Whole.Kind}");
        var status = LifecycleTerms.Text(part, DppTerms.Status);
        if (status is DppTerms.Ceased) throw Bad(id, "has a passport that has ceased to exist");
        if (status is DppTerms.Inactive) throw Bad(id, "lives on under another identifier");
        if (LifecycleTerms.Text(part, LifecycleTerms.PartOf) is { } at && at != placing.Whole.Id.Value && placing.From.All(view => view.Thing.Id.Value != at))
            throw new ProblemException(CommonProblems.Conflict, $"\"{id}\" is inside \"{at}\".", "components", "Take it out there first.");
    }

    private async Task CheckCircleAsync(ThingId whole, PassportView part, int depth, CancellationToken cancellation)
    {
        foreach (var text in LifecycleTerms.List(part, LifecycleTerms.Components))
        {
            if (text == whole.Value || depth >= CompositionRules.MaxDepth) throw Bad(part.Thing.Id, $"holds \"{text}\": the circle or its depth (CompositionRules.MaxDepth) cannot be");
            if (ThingId.TryParse(text, out var id) && await PartAsync(id, cancellation).ConfigureAwait(false) is { } inner) await CheckCircleAsync(whole, inner, depth + 1, cancellation).ConfigureAwait(false);
        }
    }

    private IEnumerable<Assertion> Without(Placing placing)
    {
        var moved = placing.Components.Select(id => id.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var view in placing.From)
        {
            var all = LifecycleTerms.List(view, LifecycleTerms.Components);
            var rest = all.Where(id => !moved.Contains(id)).ToList();
            if (rest.Count < all.Count && tools.Statements.List(view, LifecycleTerms.Components, rest) is { } shorter) yield return new Assertion(Issuer(view), [shorter]);
        }
    }

    private async Task<PassportView?> PartAsync(ThingId id, CancellationToken cancellation)
    {
        // A battery that another record keeps is a link only.
        if (await record.FindThingAsync(id, cancellation).ConfigureAwait(false) is not { } thing) return null;
        if (!thing.IsBattery()) throw Bad(id, $"is a {thing.Kind}, not a battery");
        return await passports.ReadAsync(id, AsOf.Latest, AudiencePolicy.Operator, cancellation).ConfigureAwait(false);
    }

    private string Issuer(PassportView view) => tools.Speaker.Issuer(LifecycleTerms.Text(view, DppTerms.Operator) ?? view.Thing.Id.Value);

    // The maker of a pack may name the cells of another without the right to write in their passports.
    private async Task<bool> MayWriteAsync(Assertion assertion, CancellationToken cancellation)
    {
        if (writer is not IWriteGuard guard) return true;
        try
        {
            await guard.CheckAsync(new WriteBatch { Assertions = [assertion] }, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (ProblemException fault) when (fault.Problem.Kind == AccessProblems.Forbidden)
        {
            return false;
        }
    }

    private static ProblemException Bad(ThingId id, string what) => new(CommonProblems.InvalidValue, $"\"{id}\" {what}.", "components");
}
