using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Health.EstimateHealth;

/// <summary><c>health ageing ID</c></summary>
internal static class AgeingVerb
{
    private const int MostShown = 400;
    private static readonly Argument<string> Id = new("ID") { Description = "Identifier of the battery, in any spelling." };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command(
            "ageing", "Incremental capacity, capacity from partial charges, self-discharge, resistance increase and SOCE, stated in the record.\n\nExample: ./run health ageing PANASONIC-18650PF-1") { Id };
        command.SetAction((parsed, cancellation) => host.WriteAsync(parsed, context => RunAsync(parsed.GetRequiredValue(Id), context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string id, VerbContext context)
    {
        var thing = await context.Services.GetRequiredService<ThingResolver>().FindAsync(id, context.Cancellation);
        var statements = await context.Services.GetRequiredService<AgeingEstimator>().EstimateAsync(thing.Id, "urn:voltloop:local", context.Cancellation);
        if (context.Json)
        {
            await context.WriteJsonAsync(StatementSummary.Of(statements));
            return 0;
        }

        var output = context.Console.Profile.Out.Writer;
        foreach (var one in statements)
        {
            // A curve of hundreds of points is cut on the screen; --json has all of it.
            var value = one.Value.Json.Length > MostShown ? one.Value.Json[..MostShown] + " ..." : one.Value.Json;
            output.WriteLine($"{one.Term}: {value} {one.Unit}".TrimEnd());
            output.WriteLine($"  {one.Evidence.Method}: {one.Evidence.Validity}");
        }

        return 0;
    }
}
