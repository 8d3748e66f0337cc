namespace Voltloop.Tracing.AskHolders;

/// <summary>Opens a chain to a party.</summary>
internal sealed record ChainGrantRequest
{
    /// <summary>did:web of the party.</summary>
    public string? To { get; init; }

    /// <summary>EPC, lot or class where the chain begins.</summary>
    public string? Thing { get; init; }

    /// <summary><c>up</c> or <c>down</c> from there.</summary>
    public string? Direction { get; init; }

    /// <summary>What for.</summary>
    public string? Purpose { get; init; }

    /// <summary>Steps that may be asked, 1 to 8; 1 when left out.</summary>
    public int? Depth { get; init; }

    /// <summary>First moment it no longer holds (UTC); 30 days from now when left out.</summary>
    public DateTimeOffset? Until { get; init; }
}
