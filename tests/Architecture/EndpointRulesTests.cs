using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.App.Hosting;
using Voltloop.Record.Sqlite;

namespace Voltloop.Tests.Architecture;

/// <summary>Every endpoint of the API has a name, a summary and problem responses.</summary>
public sealed class EndpointRulesTests
{
    [Fact]
    public async Task Every_endpoint_of_the_api_is_described()
    {
        var directory = Directory.CreateTempSubdirectory("voltloop-rules-");
        try
        {
            await using var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = directory.FullName });
            await using var app = Server.Build(record, directory.FullName, "http://127.0.0.1:0");
            RouteEndpoint[] endpoints = [.. Endpoints(app)];
            endpoints.Length.ShouldBeGreaterThan(5);
            string[] broken = [.. endpoints.SelectMany(Missing)];
            broken.ShouldBeEmpty("Add .WithName, .WithSummary, and map the route through MapApi so that it names its problems.");
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_rule_can_fail()
    {
        await using var app = WebApplication.CreateBuilder().Build();
        app.MapGet("/api/v1/bare", () => "bare");
        Endpoints(app).SelectMany(Missing).Count().ShouldBe(3);
    }

    private static IEnumerable<RouteEndpoint> Endpoints(IEndpointRouteBuilder app) =>
        app.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) == true);

    private static IEnumerable<string> Missing(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IEndpointNameMetadata>() is null)
        {
            yield return $"{endpoint.RoutePattern.RawText} has no name";
        }

        if (endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>() is null)
        {
            yield return $"{endpoint.RoutePattern.RawText} has no summary";
        }

        if (!endpoint.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>().Any(answer => answer.StatusCode >= 400))
        {
            yield return $"{endpoint.RoutePattern.RawText} names no problem responses";
        }
    }
}
