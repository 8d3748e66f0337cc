using System.Buffers;

namespace Voltloop.Core.Identities;

/// <summary>A web address taken apart without a change: the standard counts the characters as they are written.</summary>
/// <param name="Origin">Scheme and authority, for example <c>https://id.gs1.org</c>.</param>
/// <param name="Segments">Path without its first slash, split at each slash.</param>
/// <param name="Query">Query without its question mark; empty when there is none.</param>
internal sealed record DigitalLinkText(string Origin, string[] Segments, string Query)
{
    private const string UriCharacters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%";

    private static readonly SearchValues<char> Allowed = SearchValues.Create(UriCharacters);
    private static readonly SearchValues<char> Host = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.");
    private static readonly SearchValues<char> Ipv6 = SearchValues.Create("0123456789ABCDEFabcdef:.");
    private static readonly string[] Schemes = ["http://", "https://", "HTTP://", "HTTPS://"];

    /// <summary>Takes an address apart; the fragment is dropped, because it never leaves the browser.</summary>
    public static DigitalLinkText? Split(string uri, out string reason)
    {
        reason = "";
        var scheme = Schemes.FirstOrDefault(s => uri.StartsWith(s, StringComparison.Ordinal));
        if (scheme is null) reason = "it does not begin with http:// or https://";
        else if (uri.AsSpan().IndexOfAnyExcept(Allowed) is var at and >= 0) reason = $"'{uri[at]}' may not stand in a URI";
        if (reason.Length > 0) return null;

        var text = uri.Split('#')[0];
        var path = text.IndexOf('/', scheme!.Length);
        if (path < 0) return Refuse("it has no path", out reason);
        var authority = text[scheme.Length..path];
        if (!IsAuthority(authority)) return Refuse($"\"{authority}\" is not a host with an optional port", out reason);

        var parts = text[(path + 1)..].Split('?', 2);
        return new DigitalLinkText(text[..path], parts[0].Split('/'), parts.Length == 2 ? parts[1] : "");
    }

    private static DigitalLinkText? Refuse(string why, out string reason)
    {
        reason = why;
        return null;
    }

    private static bool IsAuthority(string authority)
    {
        var bracket = authority.IndexOf(']', StringComparison.Ordinal);
        var colon = authority.IndexOf(':', Math.Max(bracket, 0));
        var host = colon < 0 ? authority : authority[..colon];
        if (colon >= 0 && !IsPort(authority[(colon + 1)..])) return false;
        return bracket >= 0 ? IsIpv6(host) : host.Length > 0 && !host.AsSpan().ContainsAnyExcept(Host);
    }

    private static bool IsIpv6(string host) =>
        host.Length > 4 && host[0] == '[' && host[^1] == ']' && !host.AsSpan(1, host.Length - 2).ContainsAnyExcept(Ipv6);

    private static bool IsPort(string port) =>
        port.Length is > 0 and <= 5 && Gs1Characters.AreDigits(port) && AiTable.Number(port) <= ushort.MaxValue;
}
