using System.Text.Json;
using Voltloop.Core.Provenance;
using Voltloop.Record.Statements;

namespace Voltloop.Health.EstimateHealth;

/// <summary>A statement that was just written.</summary>
/// <param name="Term">Term.</param>
/// <param name="Value">Value.</param>
/// <param name="Unit">Unit; absent for values without one.</param>
/// <param name="Interval">Interval; absent where none is claimed.</param>
/// <param name="Method">How it came about.</param>
internal sealed record StatementSummary(string Term, JsonElement Value, string? Unit, Interval? Interval, Evidence Method)
{
    /// <summary>Sums statements up.</summary>
    public static StatementSummary[] Of(IEnumerable<Statement> statements) =>
        [.. statements.Select(one => new StatementSummary(one.Term, one.Value.AsElement(), one.Unit, one.Uncertainty, one.Evidence))];
}
