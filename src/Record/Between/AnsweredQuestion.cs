namespace Voltloop.Record.Between;

/// <summary>A question of another node and what became of it. Organisations only: no person, no address.</summary>
/// <param name="Asker">DID of the node that asked.</param>
/// <param name="Id">Identifier that the asker gave the question; one that comes twice is a replay.</param>
/// <param name="At">When it was answered (UTC).</param>
public sealed record AnsweredQuestion(string Asker, string Id, DateTimeOffset At)
{
    /// <summary>What it was about.</summary>
    public required string Thing { get; init; }

    /// <summary><c>up</c> or <c>down</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>What for.</summary>
    public required string Purpose { get; init; }

    /// <summary>Ground on which it was answered; <c>closed</c> when it was not.</summary>
    public required string Outcome { get; init; }

    /// <summary>Events in the answer.</summary>
    public int Events { get; init; }
}
