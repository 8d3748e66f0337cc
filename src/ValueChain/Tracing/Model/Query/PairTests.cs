using System.Text.Json;
using static Voltloop.Tracing.Model.JsonFields;

namespace Voltloop.Tracing.Model.Query;

/// <summary>Conditions on standard fields that no index answers.</summary>
internal static class PairTests
{
    private static readonly string[] QuantityLists = ["quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList"];

    /// <summary>A transaction or party of a type.</summary>
    public static EventPredicate Typed((string List, string Member) field, string type, HashSet<string> wanted) => (captured, names) =>
        List(captured, field.List).Any(pair => Text(pair, "type") == type && Text(pair, field.Member) is { } value && wanted.Contains(Record.Events.Hashing.PreHashTexts.Canonical(value, names)));

    /// <summary>A word in a list of an object.</summary>
    public static EventPredicate Listed(string part, string list, HashSet<string> wanted) => (captured, _) =>
        captured.TryGetProperty(part, out var found) && List(found, list).Any(word => word.ValueKind == JsonValueKind.String && wanted.Contains(word.GetString()!));

    /// <summary>Whether the event declares another one wrong.</summary>
    public static EventPredicate IsDeclared(bool wanted) => (captured, names) => captured.TryGetProperty("errorDeclaration", out _) == wanted;

    /// <summary>A member of the error declaration.</summary>
    public static EventPredicate Declared(string member, ValueTest test) => (captured, names) =>
        captured.TryGetProperty("errorDeclaration", out var declared) && declared.TryGetProperty(member, out var value) && test.Holds(value, names);

    /// <summary>An amount in any of the lists of quantities.</summary>
    public static EventPredicate Quantity(ValueTest test) => (captured, names) =>
        QuantityLists.Any(list => List(captured, list).Any(element => element.TryGetProperty("quantity", out var value) && test.Holds(value, names)));
}
