using Voltloop.Core.Provenance;
using Voltloop.Core.Identities;

namespace Voltloop.Record.Statements;

/// <summary>One claimed fact about a thing.</summary>
/// <param name="Thing">What it is about.</param>
/// <param name="Term">Identifier of the vocabulary term, for example <c>ratedCapacity</c>.</param>
/// <param name="Value">The value, in the unit of <see cref="Unit"/>.</param>
/// <param name="ValidFrom">From when on it holds in the world; stored to the microsecond, UTC.</param>
public sealed record Statement(ThingId Thing, string Term, StatementValue Value, DateTimeOffset ValidFrom)
{
    /// <summary>Unit of the value as the vocabulary writes it (UCUM-like: <c>Ah</c>, <c>%</c>, <c>Ohm</c>); <c>null</c> for values without one.</summary>
    public string? Unit { get; init; }

    /// <summary>States a value, ends one, or takes one back.</summary>
    public StatementKind Kind { get; init; }

    /// <summary>Interval around a numeric value; <c>null</c> when none is claimed.</summary>
    public Interval? Uncertainty { get; init; }

    /// <summary>How the value came about.</summary>
    public Evidence Evidence { get; init; } = Evidence.Declared;
}
