using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Builder;
using System.Reflection;

namespace Voltloop.Web.Http;

/// <summary>A JSON answer with a strong ETag over its bytes; answers 304 when the client has them already (RFC 9110).</summary>
/// <typeparam name="T">Shape of the document.</typeparam>
/// <param name="value">The document.</param>
public sealed class EtaggedJson<T>(T value) : IResult, IEndpointMetadataProvider
{
    private const string MediaType = "application/json; charset=utf-8";

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, JsonOutput.Compact);
        return EtaggedBytes.WriteAsync(httpContext, bytes, MediaType);
    }
}
