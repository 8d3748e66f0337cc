using Voltloop.Record.Policies;

namespace Voltloop.Record.Replication;

/// <summary>
/// What a node has that a back-up lacks: one state of the record, or the first part of it. Whoever writes all of it in one
/// transaction goes from one state that the primary had to the next.
/// </summary>
/// <param name="From">What the back-up has.</param>
/// <param name="To">What it has after the page.</param>
/// <param name="Head">What the primary has.</param>
public sealed record ChangePage(ChangeCursor From, ChangeCursor To, ChangeCursor Head)
{
    /// <summary>Things, in the order of their registration; models stand before their items.</summary>
    public IReadOnlyList<ReplicatedThing> Things { get; init; } = [];

    /// <summary>Documents, in the order of arrival.</summary>
    public IReadOnlyList<ReplicatedDocument> Documents { get; init; } = [];

    /// <summary>Series that have grown.</summary>
    public IReadOnlyList<ReplicatedSeries> Series { get; init; } = [];

    /// <summary>All accounts, when one has changed.</summary>
    public IReadOnlyList<Account> Accounts { get; init; } = [];

    /// <summary>All API keys (their hashes), when one has changed.</summary>
    public IReadOnlyList<ApiKey> ApiKeys { get; init; } = [];

    /// <summary>Public keys behind the signatures of the assertions.</summary>
    public IReadOnlyList<ReplicatedKey> Keys { get; init; } = [];

    /// <summary>Assertions, as the log has them.</summary>
    public IReadOnlyList<ReplicatedAssertion> Assertions { get; init; } = [];

    /// <summary>Signed checkpoint of the log over the assertions up to <see cref="To"/>; <c>null</c> for an empty log.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>Signed checkpoint of the log as it was at <see cref="From"/>: it must be the one that the back-up holds.</summary>
    public string? Held { get; init; }

    /// <summary>When the primary made the page (UTC).</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Whether it brings nothing.</summary>
    public bool IsEmpty => From == To;

    /// <summary>Whether the back-up has everything after it.</summary>
    public bool IsLast => To == Head;

    /// <summary>The part without which samples have nowhere to go.</summary>
    public ChangePage OnlyThings() => new(From, From with { Things = To.Things }, Head) { Things = Things, Held = Held, Checkpoint = Held, MadeAt = MadeAt };

    /// <summary>What is left after that part.</summary>
    public ChangePage WithoutThings() => this with { From = From with { Things = To.Things } };
}
