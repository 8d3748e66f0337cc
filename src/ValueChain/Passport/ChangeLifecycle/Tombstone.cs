using Voltloop.Passport.ServeEn18222;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Passport.ChangeLifecycle;

/// <summary>What is left of a passport that has ceased to exist: who it was, what became of it, and that it has ceased.</summary>
internal static class Tombstone
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        DppTerms.PassportId, DppTerms.Operator, DppTerms.Registration, DppTerms.Status,
        LifecycleTerms.BatteryStatus, LifecycleTerms.Predecessors, LifecycleTerms.Successors, LifecycleTerms.Predecessor,
    };

    /// <summary>The statements that end everything else. The archive keeps what was said before.</summary>
    /// <param name="own">What holds for the thing.</param>
    public static IReadOnlyList<Statement> Of(Thing thing, IReadOnlyList<RecordedStatement> own, DateTimeOffset now) =>
    [
        .. own.Select(recorded => recorded.Statement).Where(statement => !Kept.Contains(statement.Term))
            .Select(statement => DppPlanner.Ended(thing.Id, statement.Term, Later(statement.ValidFrom, now))),
        new Statement(thing.Id, DppTerms.Status, StatementValue.Of(DppTerms.Ceased), StatusFrom(own, now)),
    ];

    /// <summary>Whether the statements of a thing say that its passport has ceased.</summary>
    public static bool Holds(IEnumerable<RecordedStatement> own) => own.Any(recorded =>
        recorded.Statement.Term == DppTerms.Status && recorded.Statement.Value.AsText() == DppTerms.Ceased);

    private static DateTimeOffset StatusFrom(IEnumerable<RecordedStatement> own, DateTimeOffset now) =>
        own.FirstOrDefault(recorded => recorded.Statement.Term == DppTerms.Status) is { } status ? Later(status.Statement.ValidFrom, now) : now;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
