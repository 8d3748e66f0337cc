using System.Text.Encodings.Web;
using System.Text.Json;

namespace Voltloop.Tracing.CaptureEvents;

/// <summary>How findings are kept and shown.</summary>
internal static class FindingJson
{
    /// <summary>Camel case, readable characters.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Findings of a job.</summary>
    public static IReadOnlyList<CaptureFinding> Read(string errors) => JsonSerializer.Deserialize<List<CaptureFinding>>(errors, Options) ?? [];
}
