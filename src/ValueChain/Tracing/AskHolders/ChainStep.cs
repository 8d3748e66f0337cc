using Voltloop.Tracing.Model.Between;

namespace Voltloop.Tracing.AskHolders;

/// <summary>What the own events say about one thing and one direction.</summary>
/// <param name="Thing">The thing, canonical.</param>
/// <param name="Direction">Which way.</param>
internal sealed record ChainStep(string Thing, ChainDirection Direction)
{
    /// <summary>Events that name it and hold.</summary>
    public IReadOnlyList<StepEvent> Standing { get; init; } = [];

    /// <summary>Events that take others back.</summary>
    public IReadOnlyList<StepEvent> Withdrawals { get; init; } = [];

    /// <summary>Events by which a pallet or box changed hands while it was inside.</summary>
    public IReadOnlyList<StepEvent> Carried { get; init; } = [];

    /// <summary>Events that say that it was inside.</summary>
    public IReadOnlyList<StepEvent> Packing { get; init; } = [];

    /// <summary>Those of them that lead one step further, with the others of their transformation.</summary>
    public IReadOnlyList<StepEvent> Joins { get; init; } = [];

    /// <summary>What is one step further.</summary>
    public IReadOnlyList<string> Next { get; init; } = [];

    /// <summary>True when there is more than is looked at.</summary>
    public bool IsCut { get; init; }

    /// <summary>Events by which it changed hands, alone or inside something.</summary>
    public IEnumerable<StepEvent> HandOvers => Standing.Where(one => one.IsHandOver).Concat(Carried);

    /// <summary>Whether any event names it.</summary>
    public bool IsKnown => Standing.Count + Withdrawals.Count > 0;

    /// <summary>Parties that it came from (up) or went to (down), others than this organisation.</summary>
    public IReadOnlyList<ChainParty> Holders(PartnerBook book) =>
        [.. HandOvers.SelectMany(one => one.Towards(Direction)).Distinct(StringComparer.Ordinal).Where(name => !book.IsOwn(name)).Select(book.Party)];

    /// <summary>Events by which it went between this organisation and another one: to it when it asks up, from it when it asks down.</summary>
    public IEnumerable<StepEvent> Exchanged(PartnerBook book, string did) =>
        HandOvers.Where(one => (Direction == ChainDirection.Up ? one.Destinations : one.Sources).Any(name => book.Means(name, did)));
}
