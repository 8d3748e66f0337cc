using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Canonical;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.Model.Query;
using Voltloop.Tracing.QueryEvents;

namespace Voltloop.Tracing.SubscribeToEvents;

/// <summary>Named queries and subscriptions of EPCIS 2.0.</summary>
internal static class SubscriptionEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder epcis)
    {
        epcis.MapPost("/queries", AddAsync).WithName("AddNamedQuery").WithSummary("Gives a query a name.").Produces<NamedQueryResource>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict);
        epcis.MapGet("/queries", (NamedQueries queries) => Json(queries.All().Select(NamedQueryResource.Of).ToList())).WithName("ListNamedQueries").WithSummary("Named queries.");
        epcis.MapGet("/queries/{queryName}", (NamedQueries queries, string queryName) => Json(NamedQueryResource.Of(queries.Get(queryName)))).WithName("GetNamedQuery").WithSummary("One named query.");
        epcis.MapDelete("/queries/{queryName}", Delete).WithName("DeleteNamedQuery").WithSummary("Deletes a named query and its subscriptions.");
        epcis.MapGet("/queries/{queryName}/events", EventsAsync).WithName("RunNamedQuery").WithSummary("Events of a named query.").Produces<byte[]>(StatusCodes.Status200OK, "application/ld+json");
        epcis.MapPost("/queries/{queryName}/subscriptions", SubscribeAsync).WithName("Subscribe")
            .WithSummary("Subscribes a webhook to a named query: as events come, or by schedule (UTC).").Produces<SubscriptionResource>(StatusCodes.Status201Created);
        epcis.MapGet("/queries/{queryName}/subscriptions", ListAsync).WithName("ListSubscriptions").WithSummary("Subscriptions to a named query; as a WebSocket, a stream of its events.").Produces<IReadOnlyList<SubscriptionResource>>();
        epcis.MapGet("/queries/{queryName}/subscriptions/{subscriptionID}", (Subscriptions all, string queryName, string subscriptionID) => Json(SubscriptionResource.Of(all.Get(queryName, subscriptionID))))
            .WithName("GetSubscription").WithSummary("One subscription: how far it is, and why its last delivery failed.");
        epcis.MapDelete("/queries/{queryName}/subscriptions/{subscriptionID}", Unsubscribe).WithName("Unsubscribe").WithSummary("Ends a subscription.");
    }

    private static async Task<IResult> AddAsync(HttpContext http, NamedQueries queries)
    {
        using var body = await BodyAsync(http);
        var name = body.RootElement.TryGetProperty("name", out var stated) && stated.ValueKind == JsonValueKind.String ? stated.GetString()! : "";
        if (!body.RootElement.TryGetProperty("query", out var query)) throw new ProblemException(QueryProblems.BadParameter, "query is missing.", "/query");
        var stored = queries.Add(name, query);
        return TypedResults.Created($"{EpcisRoutes.Base(http)}/queries/{Uri.EscapeDataString(stored.Name)}", NamedQueryResource.Of(stored));
    }

    private static IResult Delete(NamedQueries queries, string queryName)
    {
        queries.Delete(queryName);
        return TypedResults.NoContent();
    }

    private static Task<IResult> EventsAsync(HttpContext http, QueryServices services, NamedQueries queries, string queryName)
    {
        var stored = queries.Get(queryName);
        var (_, parameters, names) = NamedQueries.Read(stored);
        var paging = QueryText.Of(http.Request.Query).Where(p => p.Name is "perPage" or "nextPageToken");
        return QueryEndpoints.AnswerAsync(http, services, [.. parameters, .. paging], (stored.Name, names));
    }

    private static async Task<IResult> SubscribeAsync(HttpContext http, Subscriptions all, string queryName)
    {
        using var body = await BodyAsync(http);
        var subscription = all.Add(queryName, Read(body.RootElement));
        return TypedResults.Created($"{EpcisRoutes.Base(http)}/queries/{Uri.EscapeDataString(queryName)}/subscriptions/{subscription.Id}", SubscriptionResource.Of(subscription));
    }

    private static SubscriptionRequest Read(JsonElement body)
    {
        try
        {
            return body.Deserialize<SubscriptionRequest>(FindingJson.Options) ?? new SubscriptionRequest(null);
        }
        catch (JsonException broken)
        {
            throw new ProblemException(new Problem(QueryProblems.BadParameter, broken.Message, broken.Path), broken);
        }
    }

    private static async Task<IResult> ListAsync(HttpContext http, Subscriptions all, SubscriptionSocket stream, string queryName)
    {
        var queries = (NamedQueries)http.RequestServices.GetService(typeof(NamedQueries))!;
        var query = queries.Get(queryName);
        if (!http.WebSockets.IsWebSocketRequest) return Json(all.Of(queryName).Select(SubscriptionResource.Of).ToList());
        await stream.ServeAsync(http, query, queries.Owner());
        return TypedResults.Empty;
    }

    private static IResult Unsubscribe(Subscriptions all, string queryName, string subscriptionID)
    {
        all.Delete(queryName, subscriptionID);
        return TypedResults.NoContent();
    }

    private static IResult Json<T>(T value) => TypedResults.Json(value, FindingJson.Options);

    private static async Task<JsonDocument> BodyAsync(HttpContext http)
    {
        if (http.Request.ContentLength > NamedQueries.MaxLength * 2) throw new ProblemException(CommonProblems.LimitExceeded, "The body is too long.");
        try
        {
            var json = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
            StrictJson.Require(json.RootElement);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json : throw new ProblemException(CommonProblems.MalformedInput, "The body is no JSON object.");
        }
        catch (JsonException broken)
        {
            throw new ProblemException(new Problem(CommonProblems.MalformedInput, broken.Message), broken);
        }
    }
}
