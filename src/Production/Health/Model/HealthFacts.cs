using System.Text.Json;
using Voltloop.Record.Statements;

namespace Voltloop.Health.Model;

/// <summary>The statements about health that hold for a thing.</summary>
/// <param name="ByTerm">Statement of each term.</param>
internal sealed record HealthFacts(IReadOnlyDictionary<string, RecordedStatement> ByTerm)
{
    /// <summary>Picks the statements of this room out of those of a thing.</summary>
    public static HealthFacts Of(IEnumerable<RecordedStatement> statements) =>
        new(statements.ToDictionary(recorded => recorded.Statement.Term, StringComparer.Ordinal));

    /// <summary>True when nothing is known about health.</summary>
    public bool IsEmpty => Find(HealthTerms.StateOfHealth) is null && Find(HealthTerms.CapacityThroughput) is null;

    /// <summary>What the capacity was computed from: series and documents.</summary>
    public IReadOnlyList<string> Inputs => Find(HealthTerms.RemainingCapacity)?.Statement.Evidence.Inputs ?? [];

    /// <summary>Capacity in Ah that counts as 100 %; <c>null</c> when unknown.</summary>
    public double? ReferenceAh => Number(HealthTerms.StateOfHealth) is > 0 and var percent ? 100 * Number(HealthTerms.RemainingCapacity) / percent : null;

    /// <summary>Samples left out of estimates.</summary>
    public IReadOnlyList<FlaggedEntry> Flagged => Find(HealthTerms.FlaggedSamples) is { } flagged
        ? flagged.Statement.Value.AsElement().Deserialize<FlaggedEntry[]>(JsonSerializerOptions.Web) ?? [] : [];

    /// <summary>The statement of a term, or <c>null</c>.</summary>
    public RecordedStatement? Find(string term) => ByTerm.GetValueOrDefault(term);

    /// <summary>The number of a term, or <c>null</c>.</summary>
    public double? Number(string term) => Find(term)?.Statement.Value.AsNumber();
}
