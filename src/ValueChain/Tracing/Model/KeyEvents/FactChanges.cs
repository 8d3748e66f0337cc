using Voltloop.Record.Statements;

namespace Voltloop.Tracing.Model.KeyEvents;

/// <summary>What to write so that the record says of a thing what its events say, and no more.</summary>
/// <param name="New">Facts to state.</param>
/// <param name="Gone">Facts to take back: their event was declared an error.</param>
/// <param name="Held">Facts that stand back behind what somebody has stated.</param>
internal sealed record FactChanges(IReadOnlyList<Fact> New, IReadOnlyList<Fact> Gone, IReadOnlyList<Fact> Held)
{
    /// <summary>Compares facts with the record.</summary>
    /// <param name="facts">What events say.</param>
    /// <param name="history">All statements about the thing, newest first.</param>
    /// <param name="isDynamic">Whether a term changes over the life of a battery.</param>
    public static FactChanges Of(IReadOnlyList<Fact> facts, IReadOnlyList<RecordedStatement> history, Func<string, bool> isDynamic)
    {
        var stated = new Dictionary<(string, string, DateTimeOffset), RecordedStatement>();
        var newest = new Dictionary<(string, DateTimeOffset), RecordedStatement>();
        foreach (var one in history)
        {
            newest.TryAdd((one.Statement.Term, one.Statement.ValidFrom), one);
            if (ThingFacts.IsFrom(one.Statement)) stated.TryAdd((one.Issuer, one.Statement.Term, one.Statement.ValidFrom), one);
        }

        var said = facts.Select(fact => fact.Place).ToHashSet();
        var held = facts.Where(fact => IsHeld(fact, newest, isDynamic)).ToList();
        Fact[] changed = [.. facts.Except(held).Where(fact => !stated.TryGetValue(fact.Place, out var known) || !IsSame(fact.Statement, known.Statement))];
        // What somebody else has put over ours is theirs to take back.
        var gone = stated.Values.Where(one => one.Statement.Kind != StatementKind.Retracted && !said.Contains((one.Issuer, one.Statement.Term, one.Statement.ValidFrom))
            && newest[(one.Statement.Term, one.Statement.ValidFrom)] == one);
        return new FactChanges(changed, [.. gone.Select(Retracted)], held);
    }

    private static bool IsSame(Statement one, Statement other) => one.Kind == other.Kind && one.Value.Json == other.Value.Json && one.Unit == other.Unit
        && (one.Evidence.Inputs ?? []).SequenceEqual(other.Evidence.Inputs ?? [], StringComparer.Ordinal);

    // People stay stronger: for what never changes, any word of theirs; for the rest, a word about the same moment.
    private static bool IsHeld(Fact fact, Dictionary<(string Term, DateTimeOffset ValidFrom), RecordedStatement> newest, Func<string, bool> isDynamic) =>
        isDynamic(fact.Statement.Term)
            ? newest.TryGetValue((fact.Statement.Term, fact.Statement.ValidFrom), out var same) && !ThingFacts.IsFrom(same.Statement)
            : newest.Values.Any(one => one.Statement.Term == fact.Statement.Term && one.Statement.Kind == StatementKind.Value && !ThingFacts.IsFrom(one.Statement));

    private static Fact Retracted(RecordedStatement one) => new(
        one.Issuer,
        new Statement(one.Statement.Thing, one.Statement.Term, default, one.Statement.ValidFrom)
        {
            Kind = StatementKind.Retracted,
            Evidence = one.Statement.Evidence with { Validity = "The event was declared an error, or no longer says so." },
        });
}
