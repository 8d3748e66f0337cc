using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Problems;
using Voltloop.Health.Model.Packs;
using Voltloop.Health.SimulatePack;
using Voltloop.Health.Web;
using Voltloop.Web.Access;
using Voltloop.Web.Formatting;
using Voltloop.Web.Http;

namespace Voltloop.Health.CheckPacks;

/// <summary>The forms of the pack bench.</summary>
internal static class PackForm
{
    /// <summary>Path of the page.</summary>
    public const string Page = "/health/packs";

    /// <summary>Where the form of a simulation is sent.</summary>
    public const string Simulate = Page + "/simulation";

    /// <summary>Where the form of a check is sent.</summary>
    public const string Check = Page + "/check";

    /// <summary>The table that is checked when none is chosen.</summary>
    public static string Example { get; } = Path.Combine(AppContext.BaseDirectory, "samples", "packs", "pack-with-a-short.csv");

    /// <summary>Maps the forms.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Simulate, (Delegate)SimulateAsync).Calculates().ExcludeFromDescription();
        routes.MapPost(Check, (Delegate)CheckAsync).Calculates()
            .WithMetadata(new RequestSizeLimitAttribute(2 * PackLimits.MostBytes), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = 2 * PackLimits.MostBytes }).ExcludeFromDescription();
    }

    private static Task<IResult> SimulateAsync([FromForm] PackSimulationFields fields, ResultShelf<PackSimulation> shelf, CancellationToken cancellation) => AnswerAsync("simulation", async () =>
    {
        var plan = fields.Request().ReadPlan();
        return shelf.Keep(fields.ToString(), await Task.Run(() => PackSimulator.Run(plan, cancellation), cancellation));
    });

    private static Task<IResult> CheckAsync(IFormFile? table, [FromForm] string? capacity, ResultShelf<PackReport> shelf, CancellationToken cancellation) => AnswerAsync("check", async () =>
    {
        var (name, bytes) = await ReadAsync(table, cancellation);
        var request = new PackCheckRequest(null, FormNumber.Of(capacity, "capacity of a cell"), null, null);
        var report = await Task.Run(() => PackDesk.Check(name, bytes, request), cancellation);
        return shelf.Keep([.. bytes, .. System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{request.CapacityAh}"))], report);
    });

    private static async Task<IResult> AnswerAsync(string kind, Func<Task<string>> work)
    {
        try
        {
            return TypedResults.Redirect($"{Page}?{kind}={await work()}#{kind}");
        }
        catch (ProblemException refused) when (refused.Problem.Kind.HttpStatus is >= 400 and < 500)
        {
            return TypedResults.Redirect($"{Page}?problem={Uri.EscapeDataString(refused.Problem.ToString())}");
        }
    }

    // Without a file the example is checked.
    private static async Task<(string Name, byte[] Bytes)> ReadAsync(IFormFile? table, CancellationToken cancellation)
    {
        if (table is null || table.Length == 0) return (Path.GetFileName(Example), await File.ReadAllBytesAsync(Example, cancellation));
        var file = await table.FileAsync(cancellation);
        return (file.Name, file.Bytes.ToArray());
    }
}
