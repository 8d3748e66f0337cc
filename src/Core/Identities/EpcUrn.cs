namespace Voltloop.Core.Identities;

/// <summary>
/// EPC URIs of the tag data standard (<c>urn:epc:id:</c>, <c>urn:epc:class:</c>, <c>urn:epc:idpat:</c>) in the canonical form of
/// GS1 Digital Link. The way back needs the length of the company prefix, which a link does not show.
/// </summary>
public static class EpcUrn
{
    private const string Id = "urn:epc:id:";
    private const string Class = "urn:epc:class:";
    private const string Pattern = "urn:epc:idpat:";
    private const int GtinDigits = 13;
    private const int LocationDigits = 12;
    private const int ServiceDigits = 17;
    private const int ShipmentDigits = 16;
    private const int MaxSerial = 60;

    /// <summary>True for what begins as an EPC URI, whether or not it is a good one.</summary>
    public static bool IsOne(string uri) => uri.StartsWith("urn:epc:", StringComparison.Ordinal);

    /// <summary>The link that names the same thing, or <c>null</c> when this is no such URI or breaks its rules.</summary>
    public static string? ToDigitalLink(string uri)
    {
        if (!IsOne(uri)) return null;
        var path = Path(uri, Id, OfItem) ?? Path(uri, Class, OfClass) ?? Path(uri, Pattern, OfPattern);
        return path is null ? null : DigitalLink.CanonicalBase + "/" + path;
    }

    private static string? Path(string uri, string start, Func<string, EpcParts, string?> read)
    {
        if (!uri.StartsWith(start, StringComparison.Ordinal)) return null;
        var colon = uri.IndexOf(':', start.Length);
        var dot = colon < 0 ? -1 : uri.IndexOf('.', colon);
        return dot < 0 ? null : read(uri[start.Length..colon], new EpcParts(uri[(colon + 1)..dot], uri[(dot + 1)..]));
    }

    private static string? OfItem(string scheme, EpcParts epc) => scheme switch
    {
        "sgtin" => Serial(epc) is { } serial ? Join("01/", Gtin(epc), "/21/" + serial) : null,
        "sscc" => Join("00/", epc.Keyed(ServiceDigits, moveFirst: true)),
        "sgln" => Location(epc),
        "grai" => Serial(epc) is { } serial ? Join("8003/", epc.Keyed(LocationDigits, zeroFirst: true), serial) : null,
        "giai" => Rest(epc, "8004/"),
        "gsrn" => Join("8018/", epc.Keyed(ServiceDigits)),
        "gsrnp" => Join("8017/", epc.Keyed(ServiceDigits)),
        "gdti" => Serial(epc) is { } serial ? Join("253/", epc.Keyed(LocationDigits), serial) : null,
        "sgcn" => Serial(epc) is { } serial && Gs1Characters.AreDigits(serial) ? Join("255/", epc.Keyed(LocationDigits), serial) : null,
        _ => OfOther(scheme, epc),
    };

    private static string? OfOther(string scheme, EpcParts epc) => scheme switch
    {
        "cpi" => Serial(epc) is { } serial && Gs1Characters.AreDigits(serial) ? Join("8010/", Component(epc), "/8011/" + serial) : null,
        "ginc" => Rest(epc, "401/"),
        "gsin" => Join("402/", epc.Keyed(ShipmentDigits)),
        "itip" => Piece(epc) is { } piece && piece.Serial != "*" ? Join("8006/", Gtin(epc), piece.Number + "/21/" + piece.Serial) : null,
        "upui" => Serial(epc) is { } serial ? Join("01/", Gtin(epc), "/235/" + serial) : null,
        "pgln" => Join("417/", epc.Keyed(LocationDigits)),
        _ => null,
    };

    private static string? OfClass(string scheme, EpcParts epc) =>
        scheme == "lgtin" && Serial(epc) is { } lot ? Join("01/", Gtin(epc), "/10/" + lot) : null;

    // A pattern over all serial numbers names the class.
    private static string? OfPattern(string scheme, EpcParts epc)
    {
        if (!epc.Tail.EndsWith(".*", StringComparison.Ordinal)) return null;
        return scheme switch
        {
            "sgtin" or "upui" when epc.Serial == "*" => Join("01/", Gtin(epc)),
            "grai" when epc.Serial == "*" => Join("8003/", epc.Keyed(LocationDigits, zeroFirst: true)),
            "gdti" when epc.Serial == "*" => Join("253/", epc.Keyed(LocationDigits)),
            "sgcn" when epc.Serial == "*" => Join("255/", epc.Keyed(LocationDigits)),
            "cpi" when epc.Serial == "*" => Join("8010/", Component(epc)),
            "itip" when Piece(epc) is { Serial: "*" } piece => Join("8006/", Gtin(epc), piece.Number),
            _ => null,
        };
    }

    private static string? Gtin(EpcParts epc) => epc.Keyed(GtinDigits, moveFirst: true);

    private static string? Location(EpcParts epc) =>
        Serial(epc) is { } extension ? Join("414/", epc.Keyed(LocationDigits), extension == "0" ? "" : "/254/" + extension) : null;

    private static string? Component(EpcParts epc) =>
        epc.HasCompany && epc.Reference.Length > 0 && IsText(epc.Reference) ? Encode(epc.Company + epc.Reference) : null;

    private static string? Rest(EpcParts epc, string ai) =>
        epc.HasCompany && epc.Tail.Length > 0 && IsText(epc.Tail) ? ai + epc.Company + Encode(epc.Tail) : null;

    private static (string Number, string Serial)? Piece(EpcParts epc)
    {
        var parts = epc.Serial?.Split('.', 3);
        return parts is [{ Length: 2 } piece, { Length: 2 } total, { Length: > 0 } serial] && Gs1Characters.AreDigits(piece + total) && IsText(serial)
            ? (piece + total, serial == "*" ? "*" : Encode(serial))
            : null;
    }

    private static string? Serial(EpcParts epc) => epc.Serial is { Length: > 0 and <= MaxSerial } serial && IsText(serial) ? Encode(serial) : null;

    private static bool IsText(string text) => text.AsSpan().IndexOfAnyExcept(EpcParts.Allowed) < 0;

    private static string? Join(string ai, string? key, string rest = "") => key is null ? null : ai + key + rest;

    // What an EPC URI may hold as it is and a Digital Link may not (GS1 Digital Link: URI Syntax, table of reserved characters).
    private static string Encode(string text) => text.AsSpan().IndexOfAny("!()*+,:") < 0 ? text : text
        .Replace("!", "%21", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
        .Replace("*", "%2A", StringComparison.Ordinal).Replace("+", "%2B", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal)
        .Replace(":", "%3A", StringComparison.Ordinal);
}
