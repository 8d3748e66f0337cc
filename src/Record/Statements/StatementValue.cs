using System.Globalization;
using System.Text.Json;

namespace Voltloop.Record.Statements;

/// <summary>
/// The value of a statement as compact JSON text: a number, a text, a boolean, or a structured value. Numbers keep the
/// digits they were stated with. The default value is JSON <c>null</c>.
/// </summary>
public readonly record struct StatementValue
{
    private readonly string? _json;

    private StatementValue(string json) => _json = json;

    /// <summary>Compact JSON text.</summary>
    public string Json => _json ?? "null";

    /// <summary>True for JSON null, the value of ended and retracted statements.</summary>
    public bool IsNull => Json is "null";

    /// <summary>A finite number.</summary>
    public static StatementValue Of(double value) => double.IsFinite(value)
        ? new(value.ToString("R", CultureInfo.InvariantCulture))
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A statement needs a finite number.");

    /// <summary>A whole number.</summary>
    public static StatementValue Of(long value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A text.</summary>
    public static StatementValue Of(string value) => new(JsonSerializer.Serialize(value));

    /// <summary>A truth value.</summary>
    public static StatementValue Of(bool value) => new(value ? "true" : "false");

    /// <summary>A structured value, kept as it is.</summary>
    public static StatementValue Of(JsonElement value) => new(JsonSerializer.Serialize(value));

    /// <summary>Takes text that is known to be compact JSON, as stored by an adapter.</summary>
    public static StatementValue FromStoredJson(string json) => new(json);

    /// <summary>The number, or <c>null</c> when the value is not a number.</summary>
    public double? AsNumber() =>
        Json.Length > 0 && (char.IsAsciiDigit(Json[0]) || Json[0] == '-')
        && double.TryParse(Json, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The text, or <c>null</c> when the value is not a text.</summary>
    public string? AsText() => Json.StartsWith('"') ? JsonSerializer.Deserialize<string>(Json) : null;

    /// <summary>The value as a JSON element.</summary>
    public JsonElement AsElement() => JsonSerializer.Deserialize<JsonElement>(Json);

    /// <inheritdoc/>
    public override string ToString() => Json;
}
