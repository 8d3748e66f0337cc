using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Record.Events;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.Model;
using Voltloop.Tracing.Model.Query;
using Voltloop.Web.Http;

namespace Voltloop.Tracing.QueryEvents;

/// <summary>The top-level resources: lists of what events name, and the events of each.</summary>
internal static class TopLevelEndpoints
{
    private const int MaxPerPage = 1000;

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder epcis)
    {
        foreach (var list in TopLevel.All)
        {
            epcis.MapGet($"/{list.Path}", (HttpContext http, IEventReader events) => ListAsync(http, events, list))
                .WithName($"List{list.Title}").WithSummary($"The {list.What} that events in the record name.");
            epcis.MapGet($"/{list.Path}/{{name}}", (HttpContext http) => Members(["events"]))
                .WithName($"Get{list.Title}").WithSummary($"What there is below one of the {list.What}.");
            epcis.MapGet($"/{list.Path}/{{name}}/events", (HttpContext http, QueryServices services) => EventsAsync(http, services, list))
                .WithName($"QueryEventsOf{list.Title}").WithSummary($"Events of one of the {list.What}; all parameters of /events work here too.")
                .Produces<byte[]>(StatusCodes.Status200OK, "application/ld+json");
        }
    }

    private static async Task<IResult> ListAsync(HttpContext http, IEventReader events, TopLevel list)
    {
        var limit = int.TryParse(http.Request.Query["perPage"], System.Globalization.CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, MaxPerPage) : EventQuery.DefaultPerPage;
        var page = await events.ListNamesAsync(list.Roles, http.Request.Query["nextPageToken"], limit, http.RequestAborted);
        if (page.Next is { } next) EpcisRoutes.AddNext(http, next);
        return Members([.. page.Items.Select(name => Shown(name, list.Roles))]);
    }

    private static IResult Members(IReadOnlyList<string> members) => TypedResults.Json(
        new Dictionary<string, object>(StringComparer.Ordinal) { ["@context"] = EventContext.Official, ["type"] = "Collection", ["member"] = members },
        FindingJson.Options, "application/ld+json");

    // Standard words are shown bare, as events write them in JSON.
    private static string Shown(string name, EventRoles roles) => roles switch
    {
        EventRoles.BizStep => WordSpelling.BizStep.Bare(name),
        EventRoles.Disposition => WordSpelling.Disposition.Bare(name),
        _ => name,
    };

    private static Task<IResult> EventsAsync(HttpContext http, QueryServices services, TopLevel list)
    {
        var value = RawPath.Segment(http, "name");
        var forced = list.Path == "epcs" ? new QueryParameter(QueryReader.AnyObject, [value]) : new QueryParameter(list.Parameter, [value]);
        return QueryEndpoints.AnswerAsync(http, services, [.. QueryText.Of(http.Request.Query), forced], (QueryHeading.Simple, QueryText.NamesOf(http)));
    }
}
