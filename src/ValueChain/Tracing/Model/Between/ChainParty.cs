namespace Voltloop.Tracing.Model.Between;

/// <summary>A party that a thing came from or went to.</summary>
/// <param name="Called">As events call it, canonical.</param>
/// <param name="Did">Its node; <c>null</c> when nobody knows one.</param>
internal sealed record ChainParty(string Called, string? Did = null)
{
    /// <summary>Name for people.</summary>
    public string? Name { get; init; }
}
