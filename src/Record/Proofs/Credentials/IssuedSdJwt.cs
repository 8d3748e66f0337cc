namespace Voltloop.Record.Proofs.Credentials;

/// <summary>A signed token with everything that can be shown or kept back. One signature serves every audience.</summary>
/// <param name="Jwt">The signed part, the same for everybody.</param>
/// <param name="Disclosures">All disclosures, outer ones before those inside of them.</param>
public sealed record IssuedSdJwt(string Jwt, IReadOnlyList<GroupedDisclosure> Disclosures)
{
    /// <summary>Token and all disclosures.</summary>
    public SdJwt Everything => Show(_ => true);

    /// <summary>
    /// Token and the disclosures of some groups. A value inside of a hidden one stays hidden too: showing it would mean to
    /// show what surrounds it.
    /// </summary>
    public SdJwt ShowGroups(IReadOnlySet<string> groups) => Show(one => groups.Contains(one.Group));

    private SdJwt Show(Func<GroupedDisclosure, bool> isChosen)
    {
        var hidden = Disclosures.Where(one => !isChosen(one)).Select(one => one.Pointer + "/").ToList();
        var shown = Disclosures.Where(isChosen).Where(one => !hidden.Exists(outer => one.Pointer.StartsWith(outer, StringComparison.Ordinal)));
        return new SdJwt(Jwt, [.. shown.Select(one => one.Disclosure.Text)], KeyBinding: null);
    }
}
