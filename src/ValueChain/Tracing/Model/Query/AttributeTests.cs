using System.Text.Json;
using Voltloop.Core.Problems;

namespace Voltloop.Tracing.Model.Query;

/// <summary>Conditions on attributes, which XML has and JSON-LD writes as members.</summary>
internal static class AttributeTests
{
    private static readonly HashSet<string> Places = new(["readPoint", "bizLocation"], StringComparer.Ordinal);

    /// <summary>The condition of <c>HASATTR_field</c> with the attribute as value, or <c>EQATTR_field_attribute</c>.</summary>
    public static EventPredicate Read(QueryParameter p, string field, string expanded)
    {
        if (p.Name.StartsWith("HASATTR_", StringComparison.Ordinal)) return (captured, names) => Values(captured, expanded, names).Any(value => p.Values.Any(attribute => value.TryGetProperty(attribute, out _)));
        var under = field.LastIndexOf('_');
        if (under <= 0 || expanded.LastIndexOf('_') < 0) throw new ProblemException(QueryProblems.BadParameter, "It names a field and an attribute.", p.Name);
        var (name, attribute) = (expanded[..expanded.LastIndexOf('_')], field[(under + 1)..]);
        var test = new ValueTest(Comparison.Equal, p.Values, p.Name);
        return (captured, names) => Values(captured, name, names).Any(value => value.TryGetProperty(attribute, out var found) && test.Holds(found, names));
    }

    private static IEnumerable<JsonElement> Values(JsonElement captured, string field, Record.Events.Hashing.EventNamespaces names)
    {
        var found = Places.Contains(field) && captured.TryGetProperty(field, out var place) ? [place] : new FieldPath("", field, false).Values(captured, names);
        return found.SelectMany(value => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : (IEnumerable<JsonElement>)[value]).Where(value => value.ValueKind == JsonValueKind.Object);
    }
}
