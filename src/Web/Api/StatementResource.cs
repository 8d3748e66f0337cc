using System.Text.Json;
using Voltloop.Core.Provenance;
using Voltloop.Record.Statements;

namespace Voltloop.Web.Api;

/// <summary>A statement as the API shows it, with everything needed to check it.</summary>
public sealed record StatementResource
{
    /// <summary>Term of the vocabulary.</summary>
    public required string Term { get; init; }

    /// <summary>Value in <see cref="Unit"/>; absent when ended or retracted.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Unit of the value.</summary>
    public string? Unit { get; init; }

    /// <summary>Value, ended or retracted.</summary>
    public required StatementKind Kind { get; init; }

    /// <summary>Interval around the value, in its unit.</summary>
    public Interval? Uncertainty { get; init; }

    /// <summary>From when on it holds (UTC).</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>When the record took it (UTC).</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who claims it.</summary>
    public required string Issuer { get; init; }

    /// <summary>How it came about.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Number of the assertion that carried it, and place in it.</summary>
    public required string Assertion { get; init; }

    /// <summary>Shows a statement.</summary>
    public static StatementResource Of(RecordedStatement recorded) => new()
    {
        Term = recorded.Statement.Term,
        Value = recorded.Statement.Value.IsNull ? null : recorded.Statement.Value.AsElement(),
        Unit = recorded.Statement.Unit,
        Kind = recorded.Statement.Kind,
        Uncertainty = recorded.Statement.Uncertainty,
        ValidFrom = recorded.Statement.ValidFrom,
        RecordedAt = recorded.RecordedAt,
        Issuer = recorded.Issuer,
        Evidence = recorded.Statement.Evidence,
        Assertion = $"{recorded.Assertion}/{recorded.Ordinal}",
    };
}
