using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Core.Provenance;
using Voltloop.Web.Composition;
using Voltloop.Web.Formatting;

namespace Voltloop.Health.FollowAssets;

/// <summary><c>telemetry status</c></summary>
internal static class StatusVerb
{
    private static readonly Option<int> Limit = new("--limit") { Description = "Batteries shown, at most 500.", HelpName = "N", DefaultValueFactory = _ => 50 };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("status", "Batteries that send telemetry, with what is estimated from it; works beside a running server.\n\nExample: ./run telemetry status") { Limit };
        command.SetAction((parsed, cancellation) => host.ReadAsync(parsed, context => RunAsync(parsed.GetValue(Limit), context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int limit, VerbContext context)
    {
        var page = await context.Services.GetRequiredService<AssetReader>().ListAsync(null, Math.Clamp(limit, 1, AssetReader.MostListed), context.Cancellation);
        if (context.Json)
        {
            await context.WriteJsonAsync(page.Items);
            return 0;
        }

        if (page.Items.Count == 0)
        {
            context.Console.WriteLine("No telemetry has come. Example: ./run telemetry send samples/telemetry/scooter.csv --url http://127.0.0.1:5080");
            return 0;
        }

        var table = new Table().AddColumns("Battery", "Last seen", "Samples", "State of charge", "Equivalent full cycles", "Late", "Left out");
        foreach (var asset in page.Items) Add(table, asset);
        context.Console.Write(table);
        return 0;
    }

    private static void Add(Table table, AssetResource asset) => table.AddRow(
        Markup.Escape(asset.Label), asset.LastSeen is { } seen ? Markup.Escape(Moments.Exact(seen)) : "", QuantityFormat.Count(asset.Samples), Markup.Escape(Charge(asset)),
        asset.EquivalentFullCycles is { } cycles ? QuantityFormat.Number(cycles) : "no rated capacity", QuantityFormat.Count(asset.Late), QuantityFormat.Count(asset.LeftOut));

    private static string Charge(AssetResource asset) =>
        asset.SignSuspect ? "unknown: the sign of the current is suspect" : asset.StateOfCharge is { } charge ? $"{QuantityFormat.Fixed(charge, 1)} %, {IntervalFormat.Range(asset.ChargeInterval)}" : $"unknown, {IntervalFormat.Range(asset.ChargeInterval)}";
}
