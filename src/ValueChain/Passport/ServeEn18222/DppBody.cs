using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Voltloop.Core.Problems;
using Voltloop.Passport.ImportPayload;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>Reads JSON bodies.</summary>
internal static class DppBody
{
    /// <summary>Largest body of one passport: 16 MiB. A batch may be as large as an import.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>The body; <c>null</c> for JSON null.</summary>
    /// <param name="maxBytes">Limit; 0 for that of the server.</param>
    /// <exception cref="ProblemException">Wrong media type, too large, too deep, or not JSON.</exception>
    public static async Task<JsonNode?> ReadAsync(HttpContext http, int maxBytes = MaxBytes)
    {
        var type = (http.Request.ContentType ?? MediaChoice.Json).Split(';')[0].Trim().ToLowerInvariant();
        if (type is not ("application/json" or "application/merge-patch+json" or "application/ld+json"))
            throw new ProblemException(En18222Problems.WrongMediaType, $"\"{type}\" is not taken.", "Content-Type", "Send application/json or application/merge-patch+json.");
        if (maxBytes > 0 && http.Request.ContentLength > maxBytes) throw TooLarge(maxBytes);
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        if (maxBytes > 0 && buffer.Length > maxBytes) throw TooLarge(maxBytes);
        return Node(JsonText.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length)).RootElement);
    }

    private static ProblemException TooLarge(int maxBytes) => new(CommonProblems.LimitExceeded, $"The body is larger than {maxBytes} bytes (DppBody.MaxBytes).");

    private static JsonNode? Node(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(element),
        JsonValueKind.Array => JsonArray.Create(element),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(element),
    };
}
