namespace Voltloop.Tracing.Model.Between;

/// <summary>An organisation that has a node of its own.</summary>
/// <param name="Did">Its did:web.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Names">Further identifiers by which events call it: GLN, PGLN, DUNS and the like, canonical.</param>
internal sealed record ChainPartner(string Did, string Name, IReadOnlyList<string> Names)
{
    /// <summary>Most further identifiers.</summary>
    public const int MaxNames = 50;

    /// <summary>Whether events mean it by a name.</summary>
    public bool IsCalled(string name) => Did == name || Names.Contains(name, StringComparer.Ordinal);
}
