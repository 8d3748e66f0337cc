using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Voltloop.Record.Importing;

namespace Voltloop.Passport.Model;

/// <summary>A rule for the content of a payload, as a row of the table of checks.</summary>
/// <param name="Path">Member names with <c>/</c> between; <c>*</c> is any member or element, <c>*[key=value]</c> only those with that member.</param>
/// <param name="Kind">cas, dateTime, date, enum, pattern or range.</param>
/// <param name="Argument">List of values, pattern, or lower and upper bound.</param>
/// <param name="Code">Name of the rule.</param>
/// <param name="Message">The rule in words.</param>
internal sealed record ContentCheck(string Path, string Kind, string Argument, string Code, string Message)
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(1);
    private static readonly Dictionary<string, Func<ContentCheck, JsonElement, string?>> Rules = new(StringComparer.Ordinal)
    {
        ["cas"] = (_, value) => value.ValueKind == JsonValueKind.String ? CasNumber.Fault(value.GetString()!) : "it is not a text",
        ["dateTime"] = (_, value) => MomentFault(value),
        ["date"] = (_, value) => DayFault(value),
        ["enum"] = (check, value) => check.EnumFault(value),
        ["pattern"] = (check, value) => check.PatternFault(value),
        ["range"] = (check, value) => check.RangeFault(value),
    };

    /// <summary>Names of the checks there are.</summary>
    public static IReadOnlyCollection<string> Kinds => Rules.Keys;

    /// <summary>The findings of this check in a payload.</summary>
    public IEnumerable<Finding> Run(JsonElement payload) =>
        PayloadPath.Select(payload, Path)
            .Select(found => (found.Pointer, found.Element, Fault: Rules[Kind](this, found.Element)))
            .Where(found => found.Fault is not null)
            .Select(found => new Finding(
                FindingSeverity.Warning, Code, $"{Message}: {Short(found.Element)}; {found.Fault}.", found.Pointer));

    private static string? MomentFault(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && ValueReader.Moment(value.GetString()) is not null ? null : "it is not a moment";

    private static string? DayFault(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
        && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? null
            : "it is not a day of the calendar";

    private string? EnumFault(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Argument.Split(';').Contains(value.GetString(), StringComparer.Ordinal)
            ? null
            : "it is not one of " + Argument.Replace(";", ", ", StringComparison.Ordinal);

    private string? PatternFault(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Regex.IsMatch(value.GetString()!, Argument, RegexOptions.NonBacktracking, PatternTime)
            ? null
            : "it does not have that form";

    private string? RangeFault(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var number)) return "it is not a number";
        var bounds = Argument.Split(';');
        if (bounds[0].Length > 0 && number < double.Parse(bounds[0], CultureInfo.InvariantCulture)) return $"it is below {bounds[0]}";
        return bounds[1].Length > 0 && number > double.Parse(bounds[1], CultureInfo.InvariantCulture) ? $"it is above {bounds[1]}" : null;
    }

    private static string Short(JsonElement element)
    {
        const int longest = 80;
        var text = element.GetRawText();
        return text.Length <= longest ? text : text[..longest] + "...";
    }
}
