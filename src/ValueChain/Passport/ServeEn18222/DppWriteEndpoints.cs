using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>Writing methods of EN 18222.</summary>
internal static class DppWriteEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/dpps", CreateAsync).WithName("CreateDPP").WithSummary("Creates a passport; answers after it is durable.");
        api.MapPost("/dpps/batch", CreateManyAsync).WithName("CreateDPPs").WithSummary("Creates many passports: all or nothing, or all that can be taken (onError=proceed). Not part of EN 18222.");
        api.MapPatch("/dpps", UpdateManyAsync).WithName("UpdateDPPs").WithSummary("Applies a list of merge patches, each naming its passport: all or nothing, or all that can be taken (onError=proceed). Not part of EN 18222.");
        api.MapPatch("/dpps/{dppId}", UpdateAsync).WithName("UpdateDPPById").WithSummary("Applies a merge patch (RFC 7396), all of it or nothing; If-Match guards against lost updates.");
        api.MapDelete("/dpps/{dppId}", DeleteAsync).WithName("DeleteDPPById").WithSummary("Ends a passport; a tombstone and the archive stay.");
        api.MapPatch("/dpps/{dppId}/elements/{elementIdPath}", UpdateElementAsync).WithName("UpdateDataElement").WithSummary("Applies a merge patch to one element.");
        api.MapPost("/registerDPP", RegisterAsync).WithName("RegisterProductDPP").WithSummary("Takes an entry of a registry and answers its registration id.");
    }

    private static async Task<IResult> CreateAsync(HttpContext http, En18222Services room)
    {
        var call = En18222Call.Of(http, room);
        var thing = await room.Creator.CreateAsync(await DppBody.ReadAsync(http), http.RequestAborted);
        var state = await room.Finder.ReadAsync(thing, AudiencePolicy.Operator, http.RequestAborted);
        var body = call.Profile.RepliesDocument ? DppDocument.Compressed(state, call.Profile) : new JsonObject { ["digitalProductPassportId"] = state.Header.DppId };
        return DppAnswer.Of(call, body, StatusCodes.Status201Created).With(state.Version, "/v1/dpps/" + Uri.EscapeDataString(state.Header.DppId));
    }

    private static async Task<IResult> CreateManyAsync(HttpContext http, En18222Services room, DppBatchCreator creator)
    {
        var call = En18222Call.Of(http, room);
        var outcome = await creator.CreateAsync(await RowsAsync(http), Proceeds(http.Request), http.RequestAborted);
        return DppAnswer.Of(call, Reply(outcome), StatusCodes.Status201Created);
    }

    private static async Task<IResult> UpdateManyAsync(HttpContext http, En18222Services room, DppBatchUpdater updater)
    {
        var call = En18222Call.Of(http, room);
        var outcome = await updater.UpdateAsync(await RowsAsync(http), (Proceeds(http.Request), call.Profile.RefusesNull), http.RequestAborted);
        RequestActors.Of(http).Trail.Forget();
        return PrefersMinimal(http.Request) && outcome.Refused.Count == 0 ? Minimal(http, version: null) : DppAnswer.Of(call, Reply(outcome));
    }

    private static bool Proceeds(HttpRequest request) => (string?)request.Query["onError"] switch
    {
        null or "" or "stop" => false,
        "proceed" => true,
        var other => throw new ProblemException(CommonProblems.BadRequest, $"\"{other}\" is neither stop nor proceed.", "onError"),
    };

    private static async Task<JsonArray> RowsAsync(HttpContext http) =>
        await DppBody.ReadAsync(http, maxBytes: 0) as JsonArray ?? throw new ProblemException(CommonProblems.MalformedInput, "A batch is a list of passports.");

    private static JsonObject Reply(BatchUpdate outcome) => new()
    {
        ["updated"] = outcome.Updated,
        ["unchanged"] = outcome.Unchanged,
        ["refused"] = Refused(outcome.Refused),
    };

    private static JsonObject Reply(BatchOutcome outcome) => new()
    {
        ["created"] = outcome.Created.Count,
        ["digitalProductPassportIds"] = new JsonArray([.. outcome.Created.Select(id => JsonValue.Create(id))]),
        ["refused"] = Refused(outcome.Refused),
    };

    private static JsonArray Refused(IReadOnlyList<Problem> problems) => new([.. problems.Select(problem => new JsonObject
    {
        ["location"] = problem.Location,
        ["code"] = problem.Kind.Code,
        ["text"] = problem.Detail,
    })]);

    private static async Task<IResult> UpdateAsync(HttpContext http, En18222Services room)
    {
        var (call, audience) = (En18222Call.Of(http, room), RequestActors.Of(http).Actor.View);
        var change = await ChangeAsync(http, call);
        var update = await room.Updater.PatchAsync(change with { Patch = FullPatch.OfPassport(change.Patch) }, http.RequestAborted);
        return await AnswerAsync(http, room, call, (update, audience));
    }

    private static async Task<IResult> UpdateElementAsync(HttpContext http, En18222Services room)
    {
        var (call, audience) = (En18222Call.Of(http, room), RequestActors.Of(http).Actor.View);
        var update = await room.Updater.PatchElementAsync((await ChangeAsync(http, call)) with { Full = call.Full }, RawPath.Segment(http, "elementIdPath"), audience, http.RequestAborted);
        return await AnswerAsync(http, room, call, (update, audience));
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, En18222Services room, En18222Call call, (DppUpdate Update, string Audience) made)
    {
        var (thing, version) = made.Update;
        return PrefersMinimal(http.Request)
            ? Minimal(http, version ?? await room.Finder.VersionAsync(thing, http.RequestAborted))
            : DppForms.Answer(http, room, call, await room.Finder.ReadAsync(thing, made.Audience, http.RequestAborted));
    }

    // RFC 7240: a battery that reports every minute has no use for its whole passport in reply.
    private static bool PrefersMinimal(HttpRequest request) =>
        request.Headers["Prefer"].Any(value => value?.Contains("return=minimal", StringComparison.OrdinalIgnoreCase) == true);

    // What was read was compared with the patch and shown to nobody: the line about the write says it all.
    private static IResult Minimal(HttpContext http, string? version)
    {
        RequestActors.Of(http).Trail.Forget();
        http.Response.Headers["Preference-Applied"] = "return=minimal";
        if (version is not null) http.Response.Headers.ETag = $"\"{version}-\"";
        return Results.NoContent();
    }

    private static async Task<IResult> DeleteAsync(HttpContext http, En18222Services room)
    {
        await room.Closer.CloseAsync(RawPath.Segment(http, "dppId"), http.Request.Headers.IfMatch, http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> RegisterAsync(HttpContext http, En18222Services room)
    {
        var call = En18222Call.Of(http, room);
        var (id, isNew) = await room.Registrar.RegisterAsync(await DppBody.ReadAsync(http), http.RequestAborted);
        return DppAnswer.Of(call, new JsonObject { ["registrationId"] = id }, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<DppChange> ChangeAsync(HttpContext http, En18222Call call) => new(
        RawPath.Segment(http, "dppId"), await DppBody.ReadAsync(http), http.Request.Headers.IfMatch, call.Profile.RefusesNull);
}
