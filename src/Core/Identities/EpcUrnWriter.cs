namespace Voltloop.Core.Identities;

/// <summary>Writes canonical GS1 Digital Links as EPC URNs, for companies whose prefix is known.</summary>
public static class EpcUrnWriter
{
    /// <summary>The URN that names the same thing; <c>null</c> for what is no such link, or of a company that is not known.</summary>
    /// <param name="link">A Digital Link of any domain.</param>
    /// <param name="companyPrefixes">GS1 company prefixes, 6 to 12 digits.</param>
    public static string? Of(string link, IReadOnlyList<string> companyPrefixes)
    {
        if (!link.StartsWith("http", StringComparison.Ordinal) || ConstrainedLink.Of(link) is not { } canonical) return null;
        var urn = Write(canonical[(DigitalLink.CanonicalBase.Length + 1)..].Split('/'), companyPrefixes);
        // Only what reads back as the same thing is given out.
        return urn is not null && EpcUrn.ToDigitalLink(urn) == canonical ? urn : null;
    }

    private static string? Write(string[] path, IReadOnlyList<string> known) => path switch
    {
        ["01", var gtin, "21", var serial] => Moved("sgtin", gtin, 13, known) is { } urn ? $"urn:epc:id:{urn}.{serial}" : null,
        ["01", var gtin, "235", var serial] => Moved("upui", gtin, 13, known) is { } urn ? $"urn:epc:id:{urn}.{serial}" : null,
        ["01", var gtin, "10", var lot] => Moved("lgtin", gtin, 13, known) is { } urn ? $"urn:epc:class:{urn}.{lot}" : null,
        ["01", var gtin] => Moved("sgtin", gtin, 13, known) is { } urn ? $"urn:epc:idpat:{urn}.*" : null,
        ["00", var sscc] => Moved("sscc", sscc, 17, known) is { } urn ? $"urn:epc:id:{urn}" : null,
        ["414", var gln] => Split("sgln", gln, 12, known) is { } urn ? $"urn:epc:id:{urn}.0" : null,
        ["414", var gln, "254", var extension] => Split("sgln", gln, 12, known) is { } urn ? $"urn:epc:id:{urn}.{extension}" : null,
        ["417", var gln] => Split("pgln", gln, 12, known) is { } urn ? $"urn:epc:id:{urn}" : null,
        ["8003", var grai] => Split("grai", grai[1..], 12, known) is { } urn ? $"urn:epc:id:{urn}.{grai[14..]}" : null,
        ["8004", var giai] => Prefix(giai, known) is { } company ? $"urn:epc:id:giai:{company}.{giai[company.Length..]}" : null,
        ["253", var gdti] => Split("gdti", gdti, 12, known) is { } urn ? $"urn:epc:id:{urn}.{gdti[13..]}" : null,
        ["8018", var gsrn] => Split("gsrn", gsrn, 17, known) is { } urn ? $"urn:epc:id:{urn}" : null,
        ["8017", var gsrn] => Split("gsrnp", gsrn, 17, known) is { } urn ? $"urn:epc:id:{urn}" : null,
        _ => null,
    };

    private static string? Prefix(string digits, IReadOnlyList<string> known) => known.FirstOrDefault(prefix => digits.StartsWith(prefix, StringComparison.Ordinal));

    private static string? Split(string scheme, string key, int digits, IReadOnlyList<string> known) =>
        key.Length >= digits && Prefix(key, known) is { } company && company.Length <= digits ? $"{scheme}:{company}.{key[company.Length..digits]}" : null;

    // The first digit of the key, indicator or extension, stands before the company's own number.
    private static string? Moved(string scheme, string key, int digits, IReadOnlyList<string> known) =>
        key.Length > digits && Prefix(key[1..], known) is { } company ? $"{scheme}:{company}.{key[0]}{key[(company.Length + 1)..digits]}" : null;
}
