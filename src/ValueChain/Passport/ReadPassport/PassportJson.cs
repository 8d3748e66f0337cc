using System.Buffers;
using System.Text.Json;
using Voltloop.Passport.Model;
using Voltloop.Web.Http;

namespace Voltloop.Passport.ReadPassport;

/// <summary>Writes a passport as JSON from values that are rendered already: the same bytes as the serialized <see cref="PassportDocument"/>.</summary>
/// <param name="values">The rendered values.</param>
internal sealed class PassportJson(RenderedValues values)
{
    private const int UsualBytes = 48 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JsonOutput.Compact.Encoder, SkipValidation = true };

    /// <summary>The passport in UTF-8.</summary>
    /// <param name="view">What is shown.</param>
    /// <param name="readers">Who reads it, as the document says.</param>
    public ReadOnlyMemory<byte> Write(PassportView view, string readers)
    {
        var buffer = new ArrayBufferWriter<byte>(UsualBytes);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("id", view.Thing.Id.Value);
            writer.WritePropertyName("kind");
            JsonSerializer.Serialize(writer, view.Thing.Kind, JsonOutput.Compact);
            writer.WriteString("label", view.Thing.Label);
            writer.WriteString("model", view.Thing.Model?.Value);
            writer.WriteString("audience", readers);
            writer.WriteStartArray("sections");
            foreach (var section in view.Sections) Write(writer, section);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private void Write(Utf8JsonWriter writer, PassportSection section)
    {
        writer.WriteStartObject();
        writer.WriteString("title", section.Title);
        writer.WriteStartArray("values");
        foreach (var entry in section.Entries) writer.WriteRawValue(values.Of(entry), skipInputValidation: true);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
