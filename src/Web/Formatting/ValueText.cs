using System.Text.Json;
using Voltloop.Record.Statements;

namespace Voltloop.Web.Formatting;

/// <summary>Values of statements as one line of text.</summary>
public static class ValueText
{
    /// <summary>Longest text shown on one line; the whole stands in the provenance.</summary>
    public const int MaxLength = 160;

    /// <summary>The value with its unit, shortened where it is long.</summary>
    public static string Of(Statement statement) => statement.Kind switch
    {
        StatementKind.Ended => "ended",
        StatementKind.Retracted => "taken back",
        _ => Shorten(Plain(statement.Value)) + (statement.Unit is null ? "" : "\u00a0" + UnitText.Of(statement.Unit)),
    };

    /// <summary>Label of a thing kind, for example <c>Material lot</c>.</summary>
    public static string Of(Record.Things.ThingKind kind) => kind switch
    {
        Record.Things.ThingKind.MaterialLot => "Material lot",
        Record.Things.ThingKind.ElectrodeRoll => "Electrode roll",
        _ => kind.ToString(),
    };

    private static string Plain(StatementValue value)
    {
        var element = value.AsElement();
        return element.ValueKind switch
        {
            JsonValueKind.String => element.GetString() ?? "",
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            JsonValueKind.Number => QuantityFormat.Number(element.GetDouble(), 6),
            JsonValueKind.Array => $"{QuantityFormat.Count(element.GetArrayLength())} {(element.GetArrayLength() == 1 ? "entry" : "entries")}",
            JsonValueKind.Object => string.Join(", ", element.EnumerateObject().Select(p => $"{p.Name}: {p.Value}")),
            _ => "none",
        };
    }

    private static string Shorten(string text) => text.Length <= MaxLength ? text : string.Concat(text.AsSpan(0, MaxLength - 1), "…");
}
