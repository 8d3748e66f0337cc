namespace Voltloop.Core.Identities;

/// <summary>Digital object identifiers (ISO 26324): <c>10.registrant/suffix</c>, equal without regard to ASCII case.</summary>
internal static class DoiName
{
    private const string CanonicalBase = "https://doi.org/";
    private const string KeptInPath = "!$&'()*+,;=:@/";

    /// <summary>The identifier, or null with the reason.</summary>
    /// <param name="encoded">The name as it stands in a URI, percent-encoded.</param>
    /// <param name="reason">Why it is not a DOI name.</param>
    public static ThingId? Read(string encoded, out string reason)
    {
        if (encoded.AsSpan().ContainsAny('?', '#')) return ThingIdReader.Refuse("a DOI has no query and no fragment; encode ? and # of its name", out reason);
        if (!PercentCode.TryNormalise(encoded, out var ascii)) return ThingIdReader.Refuse("its percent-encoding is broken", out reason);
        if (!PercentCode.TryDecode(ascii, false, out var name, out reason)) return null;

        var slash = name.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !IsPrefix(name[..slash]) || slash == name.Length - 1 || name.Any(char.IsControl))
            return ThingIdReader.Refuse("a DOI name is 10.registrant/suffix, for example 10.1000/182", out reason);

        return new ThingId(CanonicalBase + PercentCode.Encode(LowerAscii(name), KeptInPath), IdScheme.Doi, Granularity.Item);
    }

    private static bool IsPrefix(string prefix)
    {
        var parts = prefix.Split('.');
        return parts.Length >= 2 && parts[0] is "10" && parts.Skip(1).All(p => p.Length > 0 && Gs1Characters.AreDigits(p));
    }

    private static string LowerAscii(string text) => string.Concat(text.Select(c => char.IsAscii(c) ? char.ToLowerInvariant(c) : c));
}
