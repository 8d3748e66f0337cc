namespace Voltloop.Record.Between;

/// <summary>An answer of another node, kept as it was signed, with its proofs.</summary>
/// <param name="Holder">DID of the node that answered.</param>
/// <param name="Thing">What was asked about.</param>
/// <param name="Direction"><c>up</c> or <c>down</c>.</param>
/// <param name="Purpose">What for.</param>
public sealed record KeptAnswer(string Holder, string Thing, string Direction, string Purpose)
{
    /// <summary>When the holder signed it (UTC).</summary>
    public required DateTimeOffset AnsweredAt { get; init; }

    /// <summary>When it should be asked again (UTC).</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>The answer, byte for byte.</summary>
    public required string Token { get; init; }
}
