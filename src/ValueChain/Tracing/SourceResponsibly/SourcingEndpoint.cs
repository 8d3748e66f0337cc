using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Tracing.Model.Sourcing;
using Voltloop.Web.Http;

namespace Voltloop.Tracing.SourceResponsibly;

/// <summary><c>GET /api/v1/sourcing</c>.</summary>
internal static class SourcingEndpoint
{
    /// <summary>Element that is asked about when none is named.</summary>
    public const string UsualElement = "Co";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapApi("Balance").MapGet("/sourcing", ReadAsync).WithName("GetSourcing")
        .WithSummary("From which lots an element in a battery stems, with shares of its mass, and which of them no valid certificate covers.")
        .WithDescription("id names the battery as events do; element is a symbol, Co when left out. A certificate of the lot or of its site counts when it covers the day that the lot came into being.");

    private static async Task<EtaggedJson<SourcingReport>> ReadAsync(SourcingReader reader, string id, string? element, CancellationToken cancellation) =>
        Etagged.Json(await reader.ReadAsync(id, element ?? UsualElement, cancellation));
}
