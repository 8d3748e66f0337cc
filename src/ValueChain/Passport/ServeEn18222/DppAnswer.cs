using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Voltloop.Passport.Model.En18223;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>An answer of the EN 18222 API.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="bytes">Body.</param>
/// <param name="mediaType">Media type of the body.</param>
internal sealed class DppAnswer(int status, byte[] bytes, string mediaType) : IResult
{
    /// <summary>Version of the passport, for the ETag; <c>null</c> for none.</summary>
    public string? Version { get; init; }

    /// <summary>Address of what was created.</summary>
    public string? Location { get; init; }

    /// <summary>An answer in the form that the caller asked for.</summary>
    public static DppAnswer Of(En18222Call call, JsonNode? body, int status = StatusCodes.Status200OK, string root = "result") =>
        As(call.Form, DppResult.Wrap(body, call.Profile, status), status, root);

    /// <summary>An answer without an envelope of its own.</summary>
    public static DppAnswer As(string form, JsonNode? body, int status = StatusCodes.Status200OK, string root = "result") => form == MediaChoice.Xml
        ? new DppAnswer(status, XmlForm.Write(body!, root), MediaChoice.Xml)
        : new DppAnswer(status, Bytes(body), form == MediaChoice.JsonLd ? MediaChoice.JsonLd : MediaChoice.Json);

    /// <summary>The same with a version and an address.</summary>
    public DppAnswer With(string? version, string? location = null) => new(status, bytes, mediaType) { Version = version, Location = location };

    /// <summary>Compact JSON in UTF-8.</summary>
    public static byte[] Bytes(JsonNode? node)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            if (node is null) writer.WriteNullValue();
            else node.WriteTo(writer);
        }

        return buffer.ToArray();
    }

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.Headers.Vary = "Accept, profile";
        response.Headers.CacheControl = "no-cache";
        if (Location is not null) response.Headers.Location = Location;
        if (Version is not null && IsKnown(httpContext, response)) return;
        response.ContentType = mediaType + "; charset=utf-8";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    private bool IsKnown(HttpContext http, HttpResponse response)
    {
        var tag = $"\"{Version}-{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"";
        response.Headers.ETag = tag;
        if (!HttpMethods.IsGet(http.Request.Method) || !http.Request.Headers.IfNoneMatch.Any(known => known?.Contains(tag, StringComparison.Ordinal) == true)) return false;
        response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}
