using Voltloop.Core.Identities;

namespace Voltloop.Record.Terms;

/// <summary>An entry of the vocabulary: data, not code.</summary>
/// <param name="Id">Identifier in camelCase, for example <c>ratedCapacity</c>.</param>
/// <param name="Label">Name for people, in English.</param>
/// <param name="Group">Section of the passport it is shown in.</param>
/// <param name="Type">What its value looks like.</param>
/// <param name="Unit">Unit of a number; <c>null</c> otherwise.</param>
/// <param name="AccessPoint">Point of Annex XIII of Regulation (EU) 2023/1542 that decides who may read it: 1, 2, 3 or 4; 0 for terms outside it, which only who answers for the thing reads.</param>
public sealed record Term(string Id, string Label, string Group, TermType Type, string? Unit, int AccessPoint)
{
    /// <summary>True when the value changes during use and is updated on the same passport.</summary>
    public bool Dynamic { get; init; }

    /// <summary>Where the value is kept: on the model and resolved by its items, or on the item.</summary>
    public Granularity Granularity { get; init; }

    /// <summary>Number of the data point in the EC guidance, for example <c>EC-11</c>; <c>null</c> for further terms.</summary>
    public string? DataPoint { get; init; }

    /// <summary>Article or annex behind the term.</summary>
    public string? Provision { get; init; }

    /// <summary>What it means, in one or two sentences.</summary>
    public string? Description { get; init; }

    /// <summary>Where the definition comes from.</summary>
    public string? Source { get; init; }
}
