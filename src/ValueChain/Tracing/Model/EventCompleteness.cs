using System.Text.Json;

namespace Voltloop.Tracing.Model;

/// <summary>What must stand together in an event of a type.</summary>
internal static class EventCompleteness
{
    /// <summary>Reports what is missing or does not go together.</summary>
    public static void Check(JsonElement captured, string type, Action<string> report)
    {
        if (type != "TransformationEvent" && !captured.TryGetProperty("action", out _)) report("action is missing.");
        var missing = type switch
        {
            "ObjectEvent" => Object(captured),
            "TransactionEvent" => Transaction(captured),
            "TransformationEvent" => Transformation(captured),
            _ => Children(captured, type),
        };
        if (missing is not null) report(missing);
    }

    private static string? Object(JsonElement captured)
    {
        if (captured.TryGetProperty("ilmd", out _) && Action(captured) != "ADD") return "Only an event with the action ADD has ilmd.";
        return Has(captured, "epcList") || Any(captured, "quantityList") || (Any(captured, "sensorElementList") && Has(captured, "readPoint"))
            ? null
            : "The event is about nothing: it needs epcList, quantityList, or sensorElementList with readPoint.";
    }

    private static string? Transaction(JsonElement captured)
    {
        if (!Any(captured, "bizTransactionList")) return "bizTransactionList is missing or empty.";
        return Has(captured, "epcList") || Any(captured, "quantityList") || Action(captured) == "DELETE"
            ? null
            : "The event is about nothing: it needs epcList or quantityList unless its action is DELETE.";
    }

    private static string? Children(JsonElement captured, string type)
    {
        if (type == "AssociationEvent" && !Has(captured, "parentID")) return "parentID is missing.";
        if (IsInItself(captured)) return "parentID stands among its own children.";
        return Any(captured, "childEPCs") || Any(captured, "childQuantityList") || Action(captured) == "DELETE"
            ? null
            : "childEPCs and childQuantityList are empty; only the action DELETE may mean all children.";
    }

    private static bool IsInItself(JsonElement captured) =>
        captured.TryGetProperty("parentID", out var parent) && parent.ValueKind == JsonValueKind.String && Any(captured, "childEPCs")
        && captured.GetProperty("childEPCs").EnumerateArray().Any(child => child.ValueKind == JsonValueKind.String && child.ValueEquals(parent.GetString()));

    private static string? Transformation(JsonElement captured)
    {
        var takes = Any(captured, "inputEPCList") || Any(captured, "inputQuantityList");
        var gives = Any(captured, "outputEPCList") || Any(captured, "outputQuantityList");
        return (takes && gives) || (Has(captured, "transformationID") && (takes || gives))
            ? null
            : "A transformation has inputs and outputs; with a transformationID one of them suffices.";
    }

    private static bool Has(JsonElement captured, string name) => captured.TryGetProperty(name, out _);

    private static bool Any(JsonElement captured, string name) =>
        captured.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0;

    private static string? Action(JsonElement captured) =>
        captured.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.String ? action.GetString() : null;
}
