namespace Voltloop.Core.Identities;

/// <summary>Tells the schemes of identifiers apart and hands each to its own reader.</summary>
internal static class ThingIdReader
{
    /// <summary>The identifier, or null with the reason.</summary>
    public static ThingId? Read(string? text, out string reason)
    {
        if (Limits(text) is { } broken) return Refuse(broken, out reason);

        var scheme = text!.Split(':', 2)[0].ToLowerInvariant();
        var id = scheme switch
        {
            "http" or "https" => WebIdentity.Read(text, out reason),
            "did" => DidSyntax.Read(text, out reason),
            "doi" => DoiName.Read(text[4..], out reason),
            _ => Refuse("it is not a URI of the schemes https, did or doi", out reason),
        };
        return id is { Value.Length: > ThingId.MaxLength }
            ? Refuse($"its canonical form is longer than {ThingId.MaxLength} characters", out reason) : id;
    }

    /// <summary>The identifier of an address that is declared to follow IEC 61406-1, or null with the reason.</summary>
    public static ThingId? ReadIdentificationLink(string? text, out string reason)
    {
        if (Read(text, out reason) is not { } id) return null;
        if (text!.Length > ThingId.MaxIdentificationLinkLength)
            return Refuse($"an identification link has at most {ThingId.MaxIdentificationLinkLength} characters, this one {text.Length}", out reason);
        if (!text.All(char.IsAscii)) return Refuse("an identification link has ASCII characters only", out reason);
        return id.Scheme switch
        {
            IdScheme.Gs1DigitalLink => id,
            IdScheme.Https => new ThingId(id.Value, IdScheme.Iec61406, id.Granularity),
            _ => Refuse("an identification link is a web address", out reason),
        };
    }

    /// <summary>A refusal in one line.</summary>
    public static ThingId? Refuse(string why, out string reason)
    {
        reason = why;
        return null;
    }

    private static string? Limits(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "it is empty";
        if (!text.Contains(':', StringComparison.Ordinal)) return "it is not a URI: it has no scheme with a colon";
        if (text.Length > ThingId.MaxLength) return $"it is longer than {ThingId.MaxLength} characters";
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) || char.IsWhiteSpace(text[i]) || text[i] is '<' or '>' or '"' or '{' or '}' or '|' or '\\' or '^' or '`')
                return $"U+{(int)text[i]:X4} at character {i + 1} may not stand in a URI";
            if (char.IsSurrogate(text[i]) && !char.IsSurrogatePair(text, i) && !(i > 0 && char.IsSurrogatePair(text, i - 1)))
                return $"character {i + 1} is half a surrogate pair";
        }

        return null;
    }
}
