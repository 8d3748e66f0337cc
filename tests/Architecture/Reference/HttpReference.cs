using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.App.Hosting;
using Voltloop.Record.Sqlite;
using Voltloop.Web.Access;

namespace Voltloop.Tests.Architecture.Reference;

/// <summary>Every endpoint that says what it does, from the routes of the running house.</summary>
internal static class HttpReference
{
    public static async Task<string> WriteAsync()
    {
        var directory = Directory.CreateTempSubdirectory("voltloop-http-");
        try
        {
            await using var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = directory.FullName });
            await using var app = Server.Build(record, directory.FullName, "http://127.0.0.1:0");
            return Write([.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()]);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static string Write(RouteEndpoint[] endpoints)
    {
        var page = new MarkdownPage("HTTP", "Every endpoint for programs. Errors are problem details (RFC 9457); the whole description, with the shapes of what goes in and comes out, is served at `/openapi/v1.json`. Reading (GET) is open to anyone and shows what each may see; the column *for* says who may send the rest.");
        var described = endpoints.Where(e => e.Metadata.GetMetadata<IEndpointSummaryMetadata>() is not null)
            .Select(e => (Path: "/" + e.RoutePattern.RawText!.TrimStart('/'), Endpoint: e));
        foreach (var group in described.GroupBy(d => Group(d.Path)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            page.Heading(2, group.Key);
            page.Table(
                ["method", "path", "what it does", "for", "answers"],
                group.OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => Verbs(d.Endpoint), StringComparer.Ordinal)
                    .Select(d => new[] { Verbs(d.Endpoint), $"`{d.Path}`", d.Endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()!.Summary, For(d.Endpoint), Answers(d.Endpoint) }));
        }

        return page.ToString();
    }

    // The noun is what people look for: the version in front of it is the same everywhere.
    private static string Group(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is ["api", "v1", var noun, ..]) return "/api/v1/" + noun.Split('.')[0];
        return "/" + parts.FirstOrDefault();
    }

    private static string Verbs(RouteEndpoint endpoint) => string.Join(", ", endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["any"]);

    // Reading is open to anyone and shows what each may see; the rest says whom it is open to.
    private static string For(RouteEndpoint endpoint) =>
        Verbs(endpoint) is "GET" or "HEAD" ? "" : endpoint.Metadata.GetMetadata<OpenTo>() is { } open ? open == OpenTo.Anyone ? "anyone" : "who is signed in" : "writers";

    private static string Answers(RouteEndpoint endpoint) =>
        string.Join(", ", endpoint.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>().Select(a => a.StatusCode).Distinct().Order());
}
