using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;
using Voltloop.Web.Http;

namespace Voltloop.Web.Api;

/// <summary>Reads of the record over HTTP: things, their statements and history, and the vocabulary.</summary>
public static class RecordEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapRecord(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Record");
        api.MapGet("/things", ListAsync).WithName("ListThings")
            .WithSummary("Things by text, kind or model, in pages.")
            .WithDescription("text finds any identifier, label or alias; kind is one of battery, model, cell, module, pack ...; limit is 1 to 1000.");
        api.MapGet("/things/{id}", FindAsync).WithName("GetThing")
            .WithSummary("One thing; the identifier percent-encoded as one path segment.");
        api.MapGet("/things/{id}/statements", StatementsAsync).WithName("GetStatements")
            .WithSummary("What holds for a thing, as valid at and as known at given moments.");
        api.MapGet("/things/{id}/history", HistoryAsync).WithName("GetHistory")
            .WithSummary("Every statement ever made about a thing, newest in the record first.");
        api.MapGet("/terms", (IVocabulary vocabulary) => Etagged.Json(vocabulary.Terms)).WithName("ListTerms")
            .WithSummary("The vocabulary: terms with unit, Annex XIII point and provision.");
    }

    private static async Task<EtaggedJson<PageResource<ThingResource>>> ListAsync(
        IRecordReader record, [AsParameters] ListThingsRequest request, CancellationToken cancellation)
    {
        var page = await record.ListThingsAsync(request.ToQuery(), cancellation);
        return Etagged.Json(new PageResource<ThingResource>([.. page.Items.Select(ThingResource.Of)], page.Next));
    }

    private static async Task<EtaggedJson<ThingResource>> FindAsync(IRecordReader record, RouteThingId thing, CancellationToken cancellation) =>
        Etagged.Json(ThingResource.Of(await GetAsync(record, thing.Id, cancellation)));

    private static async Task<EtaggedJson<IReadOnlyList<StatementResource>>> StatementsAsync(
        IRecordReader record, RouteThingId thing, TimeParameters times, CancellationToken cancellation)
    {
        await GetAsync(record, thing.Id, cancellation);
        var statements = await record.ReadStatementsAsync(thing.Id, times.AsOf, cancellation);
        return Etagged.Json<IReadOnlyList<StatementResource>>([.. statements.Select(StatementResource.Of)]);
    }

    private static async Task<EtaggedJson<PageResource<StatementResource>>> HistoryAsync(
        IRecordReader record, RouteThingId thing, [AsParameters] HistoryRequest request, CancellationToken cancellation)
    {
        await GetAsync(record, thing.Id, cancellation);
        var page = await record.ReadHistoryAsync(request.ToQuery(thing.Id), cancellation);
        return Etagged.Json(new PageResource<StatementResource>([.. page.Items.Select(StatementResource.Of)], page.Next));
    }

    private static async Task<Thing> GetAsync(IRecordReader record, ThingId id, CancellationToken cancellation) =>
        await record.FindThingAsync(id, cancellation)
        ?? throw new ProblemException(CommonProblems.NotFound, $"There is no thing \"{id}\".", remedy: "Search for it: /api/v1/things?text=...");
}
