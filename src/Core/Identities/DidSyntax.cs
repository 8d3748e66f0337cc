namespace Voltloop.Core.Identities;

/// <summary>Decentralised identifiers after W3C DID Core 1.0, section 3.1: <c>did:method:id</c>.</summary>
internal static class DidSyntax
{
    /// <summary>The identifier, or null with the reason. What stands behind the scheme is kept as written.</summary>
    public static ThingId? Read(string text, out string reason)
    {
        var parts = text.Split(':', 3);
        if (parts.Length < 3 || parts[1].Length == 0 || !parts[1].All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
            return ThingIdReader.Refuse("a DID is did:method:id, and the method has lower-case letters and digits only", out reason);
        if (parts[2].AsSpan().ContainsAny("/?#"))
            return ThingIdReader.Refuse("a path, query or fragment behind a DID names something else than its subject", out reason);
        if (!parts[2].All(IsIdCharacter) || parts[2].Length == 0 || parts[2][^1] == ':' || !PercentCode.TryNormalise(parts[2], out _))
            return ThingIdReader.Refuse("a DID's method-specific id has letters, digits, '.', '-', '_', ':' and percent-encoded bytes, and does not end with ':'", out reason);

        reason = "";
        return new ThingId($"did:{parts[1]}:{parts[2]}", IdScheme.Did, Granularity.Item);
    }

    private static bool IsIdCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ':' or '%';
}
