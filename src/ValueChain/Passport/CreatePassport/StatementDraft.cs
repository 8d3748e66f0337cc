using System.Text.Json;
using Voltloop.Core.Provenance;

namespace Voltloop.Passport.CreatePassport;

/// <summary>A fact as people and files write it, before it is checked.</summary>
public sealed record StatementDraft
{
    /// <summary>Thing it is about; in a request to create a thing, that thing when absent.</summary>
    public string? Thing { get; init; }

    /// <summary>Term of the vocabulary.</summary>
    public required string Term { get; init; }

    /// <summary>Value in the unit of the term.</summary>
    public required JsonElement Value { get; init; }

    /// <summary>Unit, which must be that of the term; may be absent.</summary>
    public string? Unit { get; init; }

    /// <summary>From when on it holds; from the moment of the writing when absent.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>Interval around a number, in its unit.</summary>
    public Interval? Uncertainty { get; init; }

    /// <summary>How the value came about; declared when absent.</summary>
    public Evidence? Evidence { get; init; }
}
