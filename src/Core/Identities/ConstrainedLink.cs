namespace Voltloop.Core.Identities;

/// <summary>
/// A GS1 Digital Link reduced to what it identifies: the domain of GS1, numeric application identifiers, no query, and only the
/// finest level (a serial number makes a lot needless). CBV calls this the constrained canonical form.
/// </summary>
public static class ConstrainedLink
{
    private const int LongestPath = 8;

    private static readonly Dictionary<string, string> Alphas = new(StringComparer.Ordinal)
    {
        ["gtin"] = "01", ["itip"] = "8006", ["cpid"] = "8010", ["gln"] = "414", ["party"] = "417", ["gsrnp"] = "8017", ["gsrn"] = "8018",
        ["gcn"] = "255", ["sscc"] = "00", ["gdti"] = "253", ["ginc"] = "401", ["gsin"] = "402", ["grai"] = "8003", ["giai"] = "8004",
        ["ser"] = "21", ["lot"] = "10",
    };

    /// <summary>The canonical link that names the same thing, from an EPC URI or a Digital Link of any domain; else <c>null</c>.</summary>
    public static string? Of(string uri) => EpcUrn.ToDigitalLink(uri) ?? OfLink(uri);

    private static string? OfLink(string uri)
    {
        if (!uri.StartsWith("http", StringComparison.Ordinal) || Path(uri) is not { } path) return null;
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var at = Math.Max(0, segments.Length - LongestPath); at + 1 < segments.Length; at++)
        {
            var ai = Alphas.GetValueOrDefault(segments[at], segments[at]);
            if ((segments.Length - at) % 2 == 0 && Key(ai, segments[at + 1]) is { } key) return Join(ai, key, segments.AsSpan(at + 2));
        }

        return null;
    }

    private static string? Path(string uri)
    {
        var authority = uri.IndexOf("://", StringComparison.Ordinal);
        var start = authority is 4 or 5 ? uri.IndexOf('/', authority + 3) : -1;
        if (start < 0) return null;
        var end = uri.AsSpan(start).IndexOfAny('?', '#');
        return end < 0 ? uri[start..] : uri.Substring(start, end);
    }

    private static string? Join(string ai, string key, ReadOnlySpan<string> qualifiers)
    {
        var link = $"{DigitalLink.CanonicalBase}/{ai}/{key}";
        foreach (var qualifier in Qualifiers(ai))
        {
            for (var at = 0; at + 1 < qualifiers.Length; at += 2)
            {
                if (Alphas.GetValueOrDefault(qualifiers[at], qualifiers[at]) == qualifier) return $"{link}/{qualifier}/{qualifiers[at + 1]}";
            }
        }

        return link;
    }

    // The finest first.
    private static string[] Qualifiers(string ai) => ai switch
    {
        "01" => ["21", "235", "10"],
        "8006" => ["21", "10"],
        "414" => ["254"],
        "8010" => ["8011"],
        _ => [],
    };

    private static string? Key(string ai, string value) => ai switch
    {
        "01" => value.Length is 8 or 12 or 13 or 14 && Gs1Characters.AreDigits(value) ? value.PadLeft(14, '0') : null,
        "00" or "8017" or "8018" or "8006" => Digits(value, 18, 18),
        "414" or "417" => Digits(value, 13, 13),
        "402" => Digits(value, 17, 17),
        "253" => Digits(value, 13, 30),
        "255" => Digits(value, 13, 25),
        "8003" => Digits(value, 14, 30),
        "401" or "8004" or "8010" => Digits(value, 4, 90),
        _ => null,
    };

    // Only the beginning must be digits: a serial may follow.
    private static string? Digits(string value, int least, int most) =>
        value.Length >= least && value.Length <= most && Gs1Characters.AreDigits(value.AsSpan(0, least)) ? value : null;
}
