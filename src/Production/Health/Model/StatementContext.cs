using Voltloop.Core.Identities;
using Voltloop.Core.Provenance;
using Voltloop.Record.Statements;

namespace Voltloop.Health.Model;

/// <summary>What all statements of one import share.</summary>
/// <param name="Thing">The cell.</param>
/// <param name="ValidFrom">From when on they hold (UTC).</param>
/// <param name="Inputs">Identifiers of the series and SHA-256 of the document.</param>
internal sealed record StatementContext(ThingId Thing, DateTimeOffset ValidFrom, IReadOnlyList<string> Inputs)
{
    /// <summary>A statement of a number, with its interval where there is one.</summary>
    public Statement Number(string term, double value, string unit, Evidence method) => State(term, StatementValue.Of(value), method) with { Unit = unit };

    /// <summary>A statement of any value.</summary>
    public Statement State(string term, StatementValue value, Evidence method) =>
        new(Thing, term, value, ValidFrom) { Evidence = method with { Inputs = Inputs } };
}
