using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Voltloop.Web.Http;

/// <summary>
/// Writes a number that is infinite or undefined as <c>null</c>: JSON has no word for it, and one figure that could not be computed must
/// not take the whole answer with it.
/// </summary>
public sealed class FiniteNumbers : JsonConverter<double>
{
    /// <inheritdoc/>
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String when double.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value,
        JsonTokenType.Number => reader.GetDouble(),
        _ => throw new JsonException("A number is needed."),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsFinite(value)) writer.WriteNumberValue(value);
        else writer.WriteNullValue();
    }
}
