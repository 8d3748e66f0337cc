namespace Voltloop.Core.Identities;

/// <summary>Web addresses as identifiers: GS1 Digital Link, DOI, or plain.</summary>
internal static class WebIdentity
{
    private const string Gs1Host = "id.gs1.org";
    private static readonly string[] DoiHosts = ["doi.org", "dx.doi.org", "www.doi.org"];
    private static readonly DigitalLinkOptions AnySpelling = new() { PermitZeroSuppressedGtin = true };

    /// <summary>The identifier, or null with the reason.</summary>
    public static ThingId? Read(string text, out string reason)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return ThingIdReader.Refuse("it is not a complete web address", out reason);
        var address = text[..colon].ToLowerInvariant() + text[colon..];
        if (address.StartsWith(DigitalLink.CanonicalBase + "/", StringComparison.Ordinal)) return ReadDigitalLink(address, Gs1Host, out reason, out _);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !address.AsSpan(colon).StartsWith("://", StringComparison.Ordinal))
            return ThingIdReader.Refuse("it is not a complete web address", out reason);

        if (NameOf(uri) is not { } host) return ThingIdReader.Refuse("its host is no name that may be registered (IDNA)", out reason);
        if (DoiHosts.Contains(host, StringComparer.Ordinal)) return ReadDoi(address, out reason);
        var link = ReadDigitalLink(address, host, out reason, out var isLink);
        return link is not null || isLink ? link : ReadPlain(address, uri, out reason);
    }

    // A name with characters that no name may have is found only when its ASCII form is asked for.
    private static string? NameOf(Uri uri)
    {
        try
        {
            return HostOf(uri);
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    private static string HostOf(Uri uri) => uri.IdnHost.TrimEnd('.').ToLowerInvariant();

    private static ThingId? ReadDoi(string address, out string reason)
    {
        var path = address.IndexOf('/', address.IndexOf("//", StringComparison.Ordinal) + 2);
        return DoiName.Read(path < 0 ? "" : address[(path + 1)..], out reason);
    }

    /// <summary>
    /// An address that shows the shape of a GS1 key must also keep its rules: a wrong check digit is an error, not another
    /// address. A web path such as <c>/news/01/20240117</c> has no such shape and stays plain.
    /// </summary>
    private static ThingId? ReadDigitalLink(string address, string host, out string reason, out bool isLink)
    {
        isLink = string.Equals(host, Gs1Host, StringComparison.Ordinal) || ShowsKey(address);
        var link = DigitalLink.Read(address, isLink ? AnySpelling : DigitalLinkOptions.Strict, out var why);
        reason = link is null ? $"it is not a valid GS1 Digital Link: {why}" : "";
        return link?.ToThingId();
    }

    private static bool ShowsKey(string address)
    {
        var segments = address.Split('#')[0].Split('?')[0].Split('/').Skip(3).ToArray();
        for (var i = 0; i + 1 < segments.Length; i++)
        {
            var ai = AiTable.Find(segments[i]);
            if (ai is { IsKey: true } && ShowsValue(ai, segments[i + 1], i + 2 < segments.Length)) return true;
        }

        return false;
    }

    private static bool ShowsValue(ApplicationIdentifier ai, string segment, bool isQualified)
    {
        if (ai.Components[0].Type != 'n' || !PercentCode.TryDecode(segment, false, out var value, out _)) return false;
        var isShortGtin = ai.Ai is Gtin.Ai && Gs1Characters.AreDigits(value) && (value.Length is 12 or 13 || (value.Length == 8 && isQualified));
        return isShortGtin || ai.HasShape(value);
    }

    private static ThingId? ReadPlain(string address, Uri uri, out string reason)
    {
        if (uri.UserInfo.Length > 0) return ThingIdReader.Refuse("an identifier carries no user name", out reason);
        if (address.Contains('#', StringComparison.Ordinal)) return ThingIdReader.Refuse("an identifier of a thing has no fragment", out reason);
        if (uri.Host.Length == 0 || uri.Host.Contains('%', StringComparison.Ordinal)) return ThingIdReader.Refuse("it has no usable host", out reason);
        if (!IsSteady(uri)) return ThingIdReader.Refuse("its host is a number that is read in more than one way", out reason);
        if (!uri.IsDefaultPort && string.Equals(uri.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal))
            return ThingIdReader.Refuse("an http address with its own port has no https form; identifiers are https", out reason);
        if (!PercentCode.TryNormalise(PathAndQuery(address), out var rest))
            return ThingIdReader.Refuse("its percent-encoding is broken", out reason);

        reason = "";
        return new ThingId(Compose(uri, rest), IdScheme.Https, Granularity.Item);
    }

    // "4." is a name and "4", which is left of it without the dot, the address 0.0.0.4.
    private static bool IsSteady(Uri uri) => uri.HostNameType is not UriHostNameType.Dns
        || (Uri.TryCreate($"https://{HostOf(uri)}/", UriKind.Absolute, out var again) && string.Equals(HostOf(again), HostOf(uri), StringComparison.Ordinal));

    private static string PathAndQuery(string address)
    {
        var authority = address.IndexOf("//", StringComparison.Ordinal) + 2;
        var end = address.AsSpan(authority).IndexOfAny('/', '?');
        return end < 0 ? "/" : address[(authority + end)..];
    }

    private static string Compose(Uri uri, string rest)
    {
        var host = uri.HostNameType is UriHostNameType.IPv6 ? uri.Host.ToLowerInvariant() : HostOf(uri);
        var port = uri.IsDefaultPort ? "" : FormattableString.Invariant($":{uri.Port}");
        var parts = rest.Split('?', 2);
        var query = parts.Length == 2 ? "?" + parts[1] : "";
        return $"https://{host}{port}{DotSegments.Remove(parts[0])}{query}";
    }
}
