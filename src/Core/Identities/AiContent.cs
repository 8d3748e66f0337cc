using System.Globalization;

namespace Voltloop.Core.Identities;

/// <summary>
/// The named checks of content in the AI table. Registered code lists (countries, currencies, media and package types)
/// are checked for their form only; North American coupon codes are not taken apart.
/// </summary>
internal static class AiContent
{
    private const int PrefixDigits = 4;

    /// <summary>Why a part breaks a check, or null when it keeps it.</summary>
    public static string? Reason(string check, ReadOnlySpan<char> part) => check switch
    {
        "check-digit" => Gs1CheckDigit.Reason(part),
        "check-pair" => Gs1CheckPair.Reason(part),
        "prefix-at-1" => Prefix(part),
        "prefix-at-2" => Prefix(part[1..]),
        _ => OfText(check, part.ToString()),
    };

    private static string? OfText(string check, string text)
    {
        var holds = check switch
        {
            "date" => IsDate("20" + text),
            "date-day-optional" => IsDate("20" + (text.EndsWith("00", StringComparison.Ordinal) ? text[..4] + "01" : text)),
            "date-4" => IsDate(text),
            "hour-minute" => AiTable.Number(text[..2]) < 24 && AiTable.Number(text[2..]) < 60,
            "hour" => AiTable.Number(text) < 24,
            "minute" or "second" => AiTable.Number(text) < 60,
            "latitude" => long.Parse(text, CultureInfo.InvariantCulture) <= 1_800_000_000,
            "longitude" => long.Parse(text, CultureInfo.InvariantCulture) <= 3_600_000_000,
            "iban" => IsIban(text),
            "piece-of-total" => IsPosition(text[..2], text[2..]),
            "position-in-sequence" => text[1] == '/' && IsPosition(text[..1], text[2..]),
            _ => HasForm(check, text),
        };
        return holds ? null : $"\"{text}\" breaks the rule {check}";
    }

    private static bool HasForm(string check, string text) => check switch
    {
        "country" or "currency" => Gs1Characters.AreDigits(text),
        "country-letters" => text.All(char.IsAsciiLetterUpper),
        "percent-encoded" => PercentCode.TryDecode(text, false, out _, out _),
        "yes-no" => text is "0" or "1",
        "minus" => text is "-",
        "importer-index" => text is "-" or "_" || char.IsAsciiLetterOrDigit(text[0]),
        "sex" => text is "0" or "1" or "2" or "9",
        "winding" => text is "0" or "1" or "9",
        "zero" => text.All(c => c == '0'),
        "not-zero" => text.Any(c => c != '0'),
        "no-leading-zero" => text.Length == 1 || text[0] != '0',
        "not-all-digits" => !Gs1Characters.AreDigits(text),
        _ => throw new InvalidOperationException($"The table of application identifiers names the unknown check {check}."),
    };

    private static string? Prefix(ReadOnlySpan<char> text) =>
        text.Length >= PrefixDigits && Gs1Characters.AreDigits(text[..PrefixDigits])
            ? null : $"it does not begin with the digits of a GS1 company prefix, at least {PrefixDigits}";

    private static bool IsDate(string yyyymmdd) =>
        DateOnly.TryParseExact(yyyymmdd, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsPosition(string position, string total) =>
        Gs1Characters.AreDigits(position) && Gs1Characters.AreDigits(total)
        && AiTable.Number(position) is var at && AiTable.Number(total) is var all && at >= 1 && at <= all;

    private static bool IsIban(string text)
    {
        if (text.Length < 5 || !text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c))) return false;
        var remainder = 0;
        foreach (var c in text[4..] + text[..4])
            remainder = char.IsAsciiDigit(c) ? ((remainder * 10) + c - '0') % 97 : ((remainder * 100) + c - 'A' + 10) % 97;
        return remainder == 1;
    }
}
