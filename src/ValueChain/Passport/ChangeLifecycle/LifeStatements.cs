using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Provenance;
using Voltloop.Passport.Model;
using Voltloop.Passport.ServeEn18222;
using Voltloop.Record.Statements;

namespace Voltloop.Passport.ChangeLifecycle;

/// <summary>Statements about the life of a battery, as declared by who answers for it.</summary>
internal sealed class LifeStatements(TimeProvider clock)
{
    private static readonly Evidence Declared = new("declared", "Regulation (EU) 2023/1542, Article 77");

    /// <summary>A text about a battery that is there.</summary>
    public Statement Text(PassportView view, string term, string value) => new(view.Thing.Id, term, StatementValue.Of(value), From(view, term)) { Evidence = Declared };

    /// <summary>A list of identifiers about a battery that is there; an empty one ends the term, <c>null</c> when there is nothing to end.</summary>
    public Statement? List(PassportView view, string term, IReadOnlyList<string> ids)
    {
        if (ids.Count > 0) return new Statement(view.Thing.Id, term, Value(ids), From(view, term)) { Evidence = Declared };
        return view.Find(term) is { FromModel: false } ? DppPlanner.Ended(view.Thing.Id, term, From(view, term)) : null;
    }

    /// <summary>A text about a new battery.</summary>
    public Statement Born(ThingId id, string term, string value) => new(id, term, StatementValue.Of(value), clock.GetUtcNow()) { Evidence = Declared };

    /// <summary>A list of identifiers about a new battery.</summary>
    public Statement Born(ThingId id, string term, IReadOnlyList<string> ids) => new(id, term, Value(ids), clock.GetUtcNow()) { Evidence = Declared };

    // A statement that is dated ahead must not outlive the one that follows it.
    private DateTimeOffset From(PassportView view, string term)
    {
        var now = clock.GetUtcNow();
        return view.Find(term) is { FromModel: false } entry && entry.Recorded.Statement.ValidFrom > now ? entry.Recorded.Statement.ValidFrom : now;
    }

    private static StatementValue Value(IReadOnlyList<string> ids) => StatementValue.Of(JsonSerializer.SerializeToElement(ids));
}
