using System.Text.RegularExpressions;

namespace Voltloop.Core.Identities;

/// <summary>
/// Identifier of an operator or a facility: which scheme it follows, and whether it keeps its rules. Schemes may be named in
/// front (<c>EORI:DE1234567</c>, <c>urn:lei:...</c>); a country code with a tax number is VAT where its form fits, else EORI.
/// </summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Value">The identifier without the name of its scheme.</param>
public readonly record struct PartyId(PartyScheme Scheme, string Value)
{
    private const int LeiLength = 20;
    private const int LongestEori = 17;

    // Forms as the European Commission's VIES lists them; digits and letters only.
    private static readonly Dictionary<string, string> Vat = new(StringComparer.Ordinal)
    {
        ["AT"] = @"U\d{8}", ["BE"] = @"[01]\d{9}", ["BG"] = @"\d{9,10}", ["CY"] = @"\d{8}[A-Z]", ["CZ"] = @"\d{8,10}", ["DE"] = @"\d{9}",
        ["DK"] = @"\d{8}", ["EE"] = @"\d{9}", ["EL"] = @"\d{9}", ["ES"] = @"[A-Z0-9]\d{7}[A-Z0-9]", ["FI"] = @"\d{8}", ["FR"] = @"[A-Z0-9]{2}\d{9}",
        ["HR"] = @"\d{11}", ["HU"] = @"\d{8}", ["IE"] = @"\d[A-Z0-9+*]\d{5}[A-Z]{1,2}", ["IT"] = @"\d{11}", ["LT"] = @"(\d{9}|\d{12})", ["LU"] = @"\d{8}",
        ["LV"] = @"\d{11}", ["MT"] = @"\d{8}", ["NL"] = @"\d{9}B\d{2}", ["PL"] = @"\d{10}", ["PT"] = @"\d{9}", ["RO"] = @"\d{2,10}", ["SE"] = @"\d{12}",
        ["SI"] = @"\d{8}", ["SK"] = @"\d{10}", ["XI"] = @"(\d{9}|\d{12}|GD\d{3}|HA\d{3})",
    };

    /// <summary>True when a scheme with rules of its own is kept.</summary>
    public bool IsKnown => Scheme != PartyScheme.Unknown;

    /// <summary>Reads an identifier; <see cref="PartyScheme.Unknown"/> for what keeps the rules of no scheme.</summary>
    public static PartyId Read(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        var (scheme, value) = Split(trimmed);
        var bare = value.Replace(" ", "", StringComparison.Ordinal);
        return scheme switch
        {
            "GLN" => Keep(PartyScheme.Gln, bare, Gln.TryParse(bare, out _)),
            "LEI" => Keep(PartyScheme.Lei, bare, IsLei(bare)),
            "EORI" => Keep(PartyScheme.Eori, bare, IsEori(bare)),
            "VAT" => Keep(PartyScheme.Vat, bare, IsVat(bare)),
            _ => Guess(bare, trimmed),
        };
    }

    private static PartyId Keep(PartyScheme scheme, string value, bool valid) => new(valid ? scheme : PartyScheme.Unknown, value);

    private static PartyId Guess(string bare, string text)
    {
        if (bare.Length == LeiLength && IsLei(bare)) return new PartyId(PartyScheme.Lei, bare);
        if (Gln.TryParse(bare, out _)) return new PartyId(PartyScheme.Gln, bare);
        if (IsVat(bare)) return new PartyId(PartyScheme.Vat, bare);
        if (IsEori(bare) && bare.Any(char.IsAsciiDigit)) return new PartyId(PartyScheme.Eori, bare);
        return ThingId.TryParse(text, out var id) ? OfThing(id) : new PartyId(PartyScheme.Unknown, text);
    }

    private static PartyId OfThing(ThingId id) => id.Scheme switch
    {
        IdScheme.Did => new PartyId(PartyScheme.Did, id.Value),
        IdScheme.Gs1DigitalLink => Keep(PartyScheme.Gln, id.Value, id.ToDigitalLink() is { } link && (link.ValueOf("417") ?? link.ValueOf("414")) is not null),
        _ => new PartyId(PartyScheme.Link, id.Value),
    };

    private static bool IsVat(string text) =>
        text.Length > 2 && Vat.TryGetValue(text[..2], out var form) && Regex.IsMatch(text[2..], $"^{form}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    // ISO 17442: eighteen characters and two check digits, so that the number they spell leaves 1 when divided by 97.
    private static bool IsLei(string text)
    {
        if (text.Length != LeiLength || !text.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)) || !text[^2..].All(char.IsAsciiDigit)) return false;
        var rest = 0;
        foreach (var c in text)
        {
            rest = char.IsAsciiDigit(c) ? ((rest * 10) + (c - '0')) % 97 : ((rest * 100) + (c - 'A' + 10)) % 97;
        }

        return rest == 1;
    }

    private static bool IsEori(string text) =>
        text.Length is > 2 and <= LongestEori && text[..2].All(char.IsAsciiLetterUpper) && text.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c));

    private static (string Scheme, string Value) Split(string text)
    {
        var rest = text.StartsWith("urn:", StringComparison.OrdinalIgnoreCase) ? text[4..] : text;
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        var name = colon > 0 ? rest[..colon].ToUpperInvariant() : "";
        return name is "GLN" or "LEI" or "EORI" or "VAT" ? (name, rest[(colon + 1)..]) : ("", text);
    }
}
