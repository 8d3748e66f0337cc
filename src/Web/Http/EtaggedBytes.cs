using Microsoft.AspNetCore.Http;

namespace Voltloop.Web.Http;

/// <summary>Writes bytes with a strong ETag, or 304 when the client has them already.</summary>
public static class EtaggedBytes
{
    /// <summary>Answers a GET or HEAD request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="bytes">The whole body.</param>
    /// <param name="mediaType">Its media type.</param>
    public static Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> bytes, string mediaType) =>
        WriteAsync(context, TaggedBytes.Of(bytes), mediaType);

    /// <summary>Answers a GET or HEAD request with a body whose tag is known already.</summary>
    public static async Task WriteAsync(HttpContext context, TaggedBytes body, string mediaType)
    {
        var (bytes, tag) = body;
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-cache";
        if (context.Request.Headers.IfNoneMatch.Any(known => known is not null && Matches(known, tag)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = mediaType;
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    private static bool Matches(string header, string tag) =>
        header == "*" || header.Split(',').Any(part => part.Trim().Replace("W/", "", StringComparison.Ordinal) == tag);
}
