namespace Voltloop.Tracing.Model.Between;

/// <summary>Who is meant by a name in an event.</summary>
/// <param name="own">Names of the organisation that runs this node.</param>
/// <param name="partners">Organisations with a node of their own.</param>
internal sealed class PartnerBook(IReadOnlyList<string> own, IReadOnlyList<ChainPartner> partners)
{
    private const string DidWeb = "did:web:";

    /// <summary>All partners.</summary>
    public IReadOnlyList<ChainPartner> All => partners;

    /// <summary>Whether a name means this organisation itself.</summary>
    public bool IsOwn(string name) => own.Contains(name, StringComparer.Ordinal);

    /// <summary>Whether a name means the organisation of a node.</summary>
    public bool Means(string name, string did) => name == did || partners.Any(partner => partner.Did == did && partner.IsCalled(name));

    /// <summary>The party behind a name, with its node when it is known or names itself.</summary>
    public ChainParty Party(string name)
    {
        var partner = partners.FirstOrDefault(one => one.IsCalled(name));
        var did = partner?.Did ?? (name.StartsWith(DidWeb, StringComparison.Ordinal) ? name : null);
        return new ChainParty(name, did) { Name = partner?.Name };
    }
}
