using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;

namespace Voltloop.Tracing.QueryEvents;

/// <summary>
/// How identifiers are written in answers (GS1-EPC-Format): as captured, as GS1 Digital Links, or as EPC URNs. A URN needs the
/// length of the company prefix, which a link does not show; it is written for the prefixes that the settings name.
/// </summary>
/// <param name="Name">Value of the header.</param>
/// <param name="Translate">What becomes of one identifier; <c>null</c> to leave all as captured.</param>
internal sealed record EpcFormat(string Name, Func<string, string?>? Translate)
{
    /// <summary>Name of the header.</summary>
    public const string Header = "GS1-EPC-Format";

    /// <summary>As captured.</summary>
    public static readonly EpcFormat AsCaptured = new("Never_Translates", null);

    /// <summary>As GS1 Digital Links.</summary>
    public static readonly EpcFormat Links = new("Always_GS1_Digital_Link", EpcUrn.ToDigitalLink);

    /// <summary>What a request asks for.</summary>
    /// <exception cref="ProblemException">It asks for something unknown.</exception>
    public static EpcFormat Of(HttpContext http, IReadOnlyList<string> companyPrefixes)
    {
        var format = http.Request.Headers[Header].ToString() switch
        {
            "" or "Never_Translates" or "No_Preference" => AsCaptured,
            "Always_GS1_Digital_Link" => Links,
            "Always_EPC_URN" => new EpcFormat("Always_EPC_URN", text => EpcUrnWriter.Of(text, companyPrefixes)),
            var other => throw new ProblemException(CommonProblems.BadRequest, $"\"{other}\" is no format of identifiers.", Header, "Use Never_Translates, Always_GS1_Digital_Link or Always_EPC_URN."),
        };
        http.Response.Headers[Header] = format.Name;
        return format;
    }

    /// <summary>The event with its identifiers in this format.</summary>
    public byte[] Apply(RecordedEvent recorded)
    {
        if (Translate is null) return recorded.Json;
        using var json = JsonDocument.Parse(recorded.Json);
        var bytes = new ArrayBufferWriter<byte>(recorded.Json.Length + 256);
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) Copy(json.RootElement, writer);
        return bytes.WrittenSpan.ToArray();
    }

    private void Copy(JsonElement value, Utf8JsonWriter writer)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object: CopyObject(value, writer); break;
            case JsonValueKind.Array: CopyArray(value, writer); break;
            case JsonValueKind.String: writer.WriteStringValue(Translate!(value.GetString()!) ?? value.GetString()); break;
            default: writer.WriteRawValue(value.GetRawText()); break;
        }
    }

    private void CopyObject(JsonElement value, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var member in value.EnumerateObject())
        {
            writer.WritePropertyName(member.Name);
            // Context, identity and extensions are not identifiers of things.
            if (member.Name is "@context" or "eventID" || member.Name.Contains(':', StringComparison.Ordinal)) writer.WriteRawValue(member.Value.GetRawText());
            else Copy(member.Value, writer);
        }

        writer.WriteEndObject();
    }

    private void CopyArray(JsonElement value, Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var item in value.EnumerateArray()) Copy(item, writer);
        writer.WriteEndArray();
    }
}
