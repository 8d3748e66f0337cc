using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Web.Http;

namespace Voltloop.Health.ReadSeries;

/// <summary>Series and their samples over HTTP.</summary>
internal static class SeriesEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Health");
        api.MapGet("/things/{id}/series", ListAsync).WithName("ListSeries")
            .WithSummary("The measured series of a thing, without their samples.")
            .WithDescription("The identifier is percent-encoded as one path segment.");
        api.MapGet("/series/{seriesId}", ReadAsync).WithName("GetSeries")
            .WithSummary("Samples of a series in parts.")
            .WithDescription($"from counts samples from 0; count is 1 to {SamplesRequest.MaxCount}; channels are names separated by commas, all when absent. Next says where to go on.");
    }

    private static async Task<EtaggedJson<IReadOnlyList<SeriesResource>>> ListAsync(IRecordReader record, RouteThingId thing, CancellationToken cancellation)
    {
        _ = await record.FindThingAsync(thing.Id, cancellation)
            ?? throw new ProblemException(CommonProblems.NotFound, $"The record knows no thing \"{thing.Id}\".");
        var series = await record.ListSeriesAsync(thing.Id, cancellation);
        return Etagged.Json<IReadOnlyList<SeriesResource>>([.. series.Select(SeriesResource.Of)]);
    }

    private static async Task<EtaggedJson<SamplesResource>> ReadAsync(
        IRecordReader record, string seriesId, [AsParameters] SamplesRequest request, CancellationToken cancellation)
    {
        var id = Uri.UnescapeDataString(seriesId);
        var info = await record.FindSeriesAsync(id, cancellation)
            ?? throw new ProblemException(CommonProblems.NotFound, $"The record knows no series \"{id}\".");
        var range = request.ToRange();
        var names = range.Channels ?? [.. info.Spec.Channels.Select(channel => channel.Name)];
        var columns = names.Distinct(StringComparer.Ordinal).ToDictionary(name => name, _ => new List<double?>(), StringComparer.Ordinal);
        var count = 0L;
        await foreach (var block in record.ReadSeriesAsync(id, range with { Channels = [.. columns.Keys] }, cancellation))
        {
            Add(columns, block);
            count += block.Count;
        }

        var end = range.From + count;
        return Etagged.Json(new SamplesResource(
            SeriesResource.Of(info), range.From, count, end < info.Samples && count > 0 ? end : null,
            columns.ToDictionary(column => column.Key, column => column.Value.ToArray(), StringComparer.Ordinal)));
    }

    private static void Add(Dictionary<string, List<double?>> columns, SeriesBlock block)
    {
        var place = 0;
        foreach (var column in columns.Values)
        {
            column.AddRange(block.Columns[place++].Select(value => double.IsFinite(value) ? value : (double?)null));
        }
    }
}
