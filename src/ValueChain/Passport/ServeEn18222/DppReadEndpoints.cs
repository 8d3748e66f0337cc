using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Problems;
using Voltloop.Record.Things;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>Reading methods of EN 18222.</summary>
internal static class DppReadEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/dpps/{dppId}", ReadByIdAsync).WithName("ReadDPPById").WithSummary("The passport with an identifier.");
        api.MapGet("/dppsByProductId/{productId}", ReadByProductIdAsync).WithName("ReadDPPByProductId").WithSummary("The current passport of a product.");
        api.MapPost("/dppsByProductIds", SearchAsync).WithName("ReadDPPIdsByProductIds").WithSummary("Identifiers of the passports of products, in pages (limit, cursor).")
            .WithMetadata(OpenTo.Anyone);
        api.MapGet("/dppsByIdAndDate/{dppId}", ReadVersionAsync).WithName("ReadDPPVersionByIdAndDate").WithSummary("The version of a passport that was current at a date.");
        api.MapGet("/dpps/{dppId}/versions/{date}", ReadVersionAsync).WithName("ReadDPPVersion").WithSummary("The same under the path that some implementations use.");
        api.MapGet("/dpps/{dppId}/elements/{elementIdPath}", ReadElementAsync).WithName("ReadDataElement").WithSummary("One element of a passport, by a singular JSONPath (RFC 9535).");
    }

    private static async Task<IResult> ReadByIdAsync(HttpContext http, En18222Services room)
    {
        var call = En18222Call.Of(http, room, html: true);
        var thing = await room.Finder.ThingAsync(RawPath.Segment(http, "dppId"), http.RequestAborted);
        return await AnswerAsync(http, room, call, thing);
    }

    private static async Task<IResult> ReadByProductIdAsync(HttpContext http, En18222Services room)
    {
        var call = En18222Call.Of(http, room, html: true);
        var thing = await room.Finder.ProductAsync(RawPath.Segment(http, "productId"), http.RequestAborted);
        return await AnswerAsync(http, room, call, thing);
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, En18222Services room, En18222Call call, Thing? thing)
    {
        var state = await room.Finder.ReadAsync(thing, RequestActors.Of(http).Actor.View, http.RequestAborted);
        return call.Form == MediaChoice.Html ? PublicPage(http, state) : DppForms.Answer(http, room, call, state);
    }

    // The public page has one address; 303 leads every browser there.
    private static SeeOther PublicPage(HttpContext http, DppState state) => new("/p/" + RouteThingId.Encode(state.Thing.Id));

    private static async Task<IResult> ReadVersionAsync(HttpContext http, En18222Services room)
    {
        var (call, audience) = (En18222Call.Of(http, room), RequestActors.Of(http).Actor.View);
        var at = TimeParameters.Read(http.GetRouteValue("date") is null ? (string?)http.Request.Query["date"] : RawPath.Segment(http, "date"), "date");
        if (at == DateTimeOffset.MaxValue) throw new ProblemException(CommonProblems.BadRequest, "A version is asked for by its date.", "date", "Add ?date=2027-02-18T12:00:00Z.");
        var thing = await room.Finder.ThingAsync(RawPath.Segment(http, "dppId"), http.RequestAborted);
        await room.CheckArchiveAsync(http, thing);
        var state = await room.Finder.ReadVersionAsync(thing, at, audience, http.RequestAborted);
        return DppForms.Answer(http, room, call, state);
    }

    private static async Task<IResult> ReadElementAsync(HttpContext http, En18222Services room)
    {
        var call = En18222Call.Of(http, room);
        var thing = await room.Finder.ThingAsync(RawPath.Segment(http, "dppId"), http.RequestAborted);
        var state = await room.Finder.ReadAsync(thing, RequestActors.Of(http).Actor.View, http.RequestAborted);
        return DppForms.Answer(http, room, call, DppElement.Select(state, RawPath.Segment(http, "elementIdPath")));
    }

    private static async Task<IResult> SearchAsync(HttpContext http, En18222Services room)
    {
        var call = En18222Call.Of(http, room);
        var search = DppSearch.Read(await DppBody.ReadAsync(http), http.Request.Query["limit"], http.Request.Query["cursor"]);
        var page = await search.RunAsync(room.Finder, http.RequestAborted);
        return DppAnswer.As(call.Form, page.Reply(call.Profile));
    }
}
