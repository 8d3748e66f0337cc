namespace Voltloop.Tracing.AskHolders;

/// <summary>Names an organisation that has a node of its own; with the DID of this node, the further names of this organisation.</summary>
internal sealed record ChainPartnerRequest
{
    /// <summary>Its did:web.</summary>
    public string? Did { get; init; }

    /// <summary>Name for people; the DID when left out.</summary>
    public string? Name { get; init; }

    /// <summary>Identifiers by which events call it, for example a GLN as https://id.gs1.org/417/….</summary>
    public IReadOnlyList<string>? Names { get; init; }
}
