using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;
using Voltloop.Record.Replication;
using Voltloop.Record.Signing;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Web.Preservation;

/// <summary>What a node gives to its back-ups. Every route asks for the right to replicate.</summary>
public static class ReplicationEndpoints
{
    /// <summary>Media type of pages.</summary>
    public const string MediaType = "application/vnd.voltloop.changes";

    private const int MaxGaps = 1000;
    private const int MaxHold = 30_000;

    /// <summary>Maps the routes.</summary>
    public static void MapReplication(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Preservation").ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).DisableAntiforgery();
        api.MapGet("/replication/node", Introduce).WithName("GetReplicationNode").WithSummary("Who the node is: its log, keys and keeper, for its back-ups.");
        api.MapGet("/replication/changes", ChangesAsync).WithName("GetReplicationChanges")
            .WithSummary("What follows on a place of the record, signed, in the order of the log; waits a little when there is nothing yet.")
            .Produces<byte[]>(StatusCodes.Status200OK, MediaType);
        api.MapPost("/replication/series", SeriesAsync).WithName("GetReplicationSeries").WithSummary("Samples that a back-up lacks, signed.")
            .WithMetadata(OpenTo.Known).Produces<byte[]>(StatusCodes.Status200OK, MediaType);
        api.MapGet("/replication/documents/{sha256}", OpenDocument).WithName("GetReplicationDocument").WithSummary("The bytes of a document, for a back-up.");
    }

    private static ContentHttpResult Introduce(PreservationParts parts)
    {
        Admit(parts);
        var keys = parts.Log.Keys;
        var card = new NodeCard(new KnownNode(keys.Log, keys.Document), keys.Known, parts.Access.Policy.Keeper.Value);
        return TypedResults.Text(card.ToJson().ToJsonString(), "application/json");
    }

    private static async Task ChangesAsync(HttpContext http, PreservationParts parts, string after, int? wait)
    {
        var source = Admit(parts);
        var has = ChangeCursor.Parse(after);
        if (parts.Book.Confirm(parts.Work.Actor, has))
        {
            await parts.Work.LogAsync("replicate", $"the record from {has} on");
        }

        if (source.Head == has && wait > 0)
        {
            await source.WaitAsync(has, TimeSpan.FromMilliseconds(Math.Min(wait.Value, Math.Min(MaxHold, parts.Settings.HoldMilliseconds))), http.RequestAborted);
            // Writes come in bursts: one page for many costs both nodes less than a page for each.
            await Task.Delay(source.Head == has ? 0 : parts.Settings.GatherMilliseconds, http.RequestAborted);
        }

        await WriteAsync(http, source.Read(has));
    }

    private static async Task SeriesAsync(HttpContext http, PreservationParts parts)
    {
        var source = Admit(parts);
        var gaps = await JsonSerializer.DeserializeAsync<SeriesGap[]>(http.Request.Body, JsonOutput.Compact, http.RequestAborted) ?? [];
        if (gaps.Length > MaxGaps || Array.Exists(gaps, gap => gap.From < 0 || gap.To < gap.From))
        {
            throw new ProblemException(CommonProblems.BadRequest, $"At most {MaxGaps} gaps are taken, each from 0 or more to no less.");
        }

        await WriteAsync(http, source.ReadSeries(gaps));
    }

    private static FileStreamHttpResult OpenDocument(string sha256, PreservationParts parts) =>
        TypedResults.Stream(Admit(parts).OpenDocument(sha256), "application/octet-stream");

    private static async Task WriteAsync(HttpContext http, byte[] body)
    {
        http.Response.ContentType = MediaType;
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private static IReplicationSource Admit(PreservationParts parts)
    {
        new ReplicationRight(parts.Access.Policy, parts.Access.Register).Demand(parts.Work.Actor, parts.Work.Now);
        return parts.Store.Source ?? throw new ProblemException(ReplicationProblems.WrongRole, "The store is open for reading only.");
    }
}
