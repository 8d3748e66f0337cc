using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using Voltloop.Tracing.Model.Query;
using Voltloop.Web.Http;

namespace Voltloop.Tracing.QueryEvents;

/// <summary>The query interface of EPCIS 2.0 over events.</summary>
internal static class QueryEndpoints
{
    private const string MediaType = "application/ld+json";

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder epcis)
    {
        epcis.MapGet("/events", EventsAsync).WithName("QueryEvents")
            .WithSummary("Events by any parameter of SimpleEventQuery, latest first; several values of one parameter stand between bars.")
            .WithDescription("Pages with perPage and nextPageToken (Link header). Prefixes of fields of one's own are declared in GS1-Extensions. GS1-EPC-Format chooses how identifiers are written.")
            .Produces<byte[]>(StatusCodes.Status200OK, MediaType).ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        epcis.MapGet("/events/{eventID}", EventAsync).WithName("GetEvent").WithSummary("One event as it was captured, by its identifier or its hash.").Produces<byte[]>(StatusCodes.Status200OK, MediaType);
        epcis.MapDelete("/nextPageToken/{token}", (string token) => TypedResults.NoContent()).WithName("DeletePageToken")
            .WithSummary("Gives a page token back. Tokens hold nothing on the server, so nothing happens.");
        TopLevelEndpoints.Map(epcis);
        DiscoveryEndpoints.Map(epcis);
    }

    /// <summary>Answers a query with a document and the header of the next page.</summary>
    /// <param name="http">The request.</param>
    /// <param name="services">Runs the query.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="heading">Name of the query and its prefixes.</param>
    public static async Task<IResult> AnswerAsync(HttpContext http, QueryServices services, IReadOnlyList<QueryParameter> parameters, (string Name, EventNamespaces Names) heading)
    {
        var query = new QueryReader(heading.Names).Read(parameters);
        var token = PageToken.Read(http.Request.Query["nextPageToken"], parameters);
        var page = await services.Runner.RunAsync(query, token, http.RequestAborted);
        if (page.Next is { } next) EpcisRoutes.AddNext(http, next.Write(parameters));
        var format = EpcFormat.Of(http, services.Options.Value.CompanyPrefixes);
        return TypedResults.Bytes(QueryDocument.Write(page.Events, new QueryHeading(heading.Name, services.Clock.GetUtcNow(), format)), MediaType);
    }

    private static Task<IResult> EventsAsync(HttpContext http, QueryServices services) =>
        AnswerAsync(http, services, QueryText.Of(http.Request.Query), (QueryHeading.Simple, QueryText.NamesOf(http)));

    private static async Task<IResult> EventAsync(HttpContext http, QueryServices services, string eventID)
    {
        var id = RawPath.Segment(http, nameof(eventID));
        var found = await services.Events.FindAsync(id, http.RequestAborted);
        return found.Count > 0
            ? TypedResults.Bytes(QueryDocument.WriteOne(found[0], EpcFormat.Of(http, services.Options.Value.CompanyPrefixes)), MediaType)
            : throw new ProblemException(CommonProblems.NotFound, $"There is no event {id}.");
    }
}
