using System.Globalization;
using System.Text.Json;
using Voltloop.Core.Problems;

namespace Voltloop.Tracing.Model.Query;

/// <summary>Conditions on what sensors reported.</summary>
internal static class SensorTests
{
    private static readonly HashSet<string> Texts = new(
        [
            "type", "deviceID", "deviceMetadata", "rawData", "dataProcessingMethod", "bizRules", "microorganism", "chemicalSubstance", "stringValue",
            "hexBinaryValue", "uriValue", "booleanValue", "component", "exception", "coordinateReferenceSystem",
        ], StringComparer.Ordinal);

    private static readonly HashSet<string> Numbers = new(["value", "minValue", "maxValue", "meanValue", "sDev", "percRank", "percValue"], StringComparer.Ordinal);

    /// <summary>The condition of a parameter, or <c>null</c> when it is not about sensors.</summary>
    public static EventPredicate? Read(string name, string field, Comparison comparison, IReadOnlyList<string> values)
    {
        if (comparison == Comparison.Equal && Texts.Contains(field)) return Text(field, Bare(field, values), name);
        if (comparison != Comparison.Exists && field is "time" or "startTime" or "endTime") return Parts(field, new ValueTest(comparison, values, name));
        var under = field.IndexOf('_', StringComparison.Ordinal);
        var number = under < 0 ? field : field[..under];
        return Numbers.Contains(number) && comparison != Comparison.Exists ? Number(number, under < 0 ? null : field[(under + 1)..], comparison, (name, values)) : null;
    }

    private static EventPredicate Text(string field, IReadOnlyList<string> values, string name) => Parts(field, new ValueTest(Comparison.Equal, values, name));

    private static EventPredicate Parts(string field, ValueTest test) => (captured, names) =>
        Reports(captured, metadata: true).Any(part => part.TryGetProperty(field, out var value) && test.Holds(value, names));

    // Values of the standard's vocabularies stand bare in JSON, whatever the query says.
    private static IReadOnlyList<string> Bare(string field, IReadOnlyList<string> values) => field switch
    {
        "type" => [.. values.Select(WordSpelling.Measurement.Bare)],
        "exception" => [.. values.Select(WordSpelling.Alert.Bare)],
        "component" => [.. values.Select(WordSpelling.Component.Bare)],
        _ => values,
    };

    // With a unit, reports in any unit of the same dimension are converted; without one, numbers are compared as written.
    private static EventPredicate Number(string field, string? unit, Comparison comparison, (string Name, IReadOnlyList<string> Values) asked)
    {
        var wanted = asked.Values.Select(text => Parse(text, asked.Name)).ToList();
        if (unit is not null && !UnitCode.IsKnown(unit) && !FormatRules.IsUnit(unit)) throw new ProblemException(QueryProblems.BadParameter, $"\"{unit}\" is no code of UN/ECE Recommendation 20.", asked.Name);
        return (captured, _) => Reports(captured, metadata: false).Any(report => report.TryGetProperty(field, out var value)
            && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var found) && In(report, found, unit) is { } converted
            && wanted.Exists(number => Holds(converted, number, comparison)));
    }

    private static double Parse(string text, string name) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new ProblemException(QueryProblems.BadParameter, $"\"{text}\" is no number.", name);

    private static double? In(JsonElement report, double value, string? unit)
    {
        if (unit is null) return value;
        var own = report.TryGetProperty("uom", out var stated) && stated.ValueKind == JsonValueKind.String ? stated.GetString()! : "";
        return UnitCode.Convert(value, own, unit);
    }

    // Conversions end in the last digits; equal means equal to one part in a thousand million.
    private static bool Holds(double value, double asked, Comparison comparison)
    {
        var isSame = Math.Abs(value - asked) <= 1e-9 * Math.Max(1e-9, Math.Max(Math.Abs(value), Math.Abs(asked)));
        return comparison switch
        {
            Comparison.Equal => isSame,
            Comparison.Greater => value > asked && !isSame,
            Comparison.GreaterOrEqual => value > asked || isSame,
            Comparison.Less => value < asked && !isSame,
            _ => value < asked || isSame,
        };
    }

    private static IEnumerable<JsonElement> Reports(JsonElement captured, bool metadata)
    {
        if (!captured.TryGetProperty("sensorElementList", out var list) || list.ValueKind != JsonValueKind.Array) yield break;
        foreach (var element in list.EnumerateArray())
        {
            if (metadata && element.TryGetProperty("sensorMetadata", out var about)) yield return about;
            if (!element.TryGetProperty("sensorReport", out var reports) || reports.ValueKind != JsonValueKind.Array) continue;
            foreach (var report in reports.EnumerateArray()) yield return report;
        }
    }
}
