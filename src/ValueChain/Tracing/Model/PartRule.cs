using System.Collections.Frozen;

namespace Voltloop.Tracing.Model;

/// <summary>Which members an object within an event has.</summary>
/// <param name="Fields">Members of the standard with their rules.</param>
/// <param name="Required">Those that must be there.</param>
internal sealed record PartRule(FrozenDictionary<string, FieldRule> Fields, params string[] Required)
{
    /// <summary>What other members there may be.</summary>
    public Further Allows { get; init; } = Further.Extensions;

    /// <summary>One of these must be there; empty when none must.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];
}
