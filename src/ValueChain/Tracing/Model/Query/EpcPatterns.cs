using Voltloop.Core.Identities;

namespace Voltloop.Tracing.Model.Query;

/// <summary>What a name in a query stands for: itself in its canonical form, or, as an EPC pattern, all that begin so.</summary>
internal static class EpcPatterns
{
    private const string Start = "urn:epc:idpat:";

    /// <summary>Names to look for; those that end in <c>*</c> are patterns.</summary>
    public static IEnumerable<string> Of(string value, Func<string, string> canonical)
    {
        if (!value.StartsWith(Start, StringComparison.Ordinal)) return [canonical(value)];
        var name = canonical(value);
        // All serials of one class: the class itself, and everything below it.
        return name != value ? [name, name + "/*"] : Wide(value[Start.Length..]) is { } wide ? [wide] : [value];
    }

    // Wildcards further to the front leave the company: urn:epc:idpat:sgtin:0614141.*.*
    private static string? Wide(string pattern)
    {
        if (pattern.Split(':', 2) is not [var scheme, var rest] || rest.Split('.') is not [var company, "*", ..]) return null;
        if (company.Length == 0 || !company.All(char.IsAsciiDigit)) return null;
        var key = scheme switch
        {
            "sgtin" or "upui" => "01/?",
            "sscc" => "00/?",
            "sgln" => "414/",
            "grai" => "8003/0",
            "giai" => "8004/",
            "gdti" => "253/",
            "pgln" => "417/",
            "gsrn" => "8018/",
            "cpi" => "8010/",
            _ => null,
        };
        return key is null ? null : $"{DigitalLink.CanonicalBase}/{key}{company}*";
    }
}
