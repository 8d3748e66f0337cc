using System.CommandLine;
using System.Globalization;
using Voltloop.Web.Composition;

namespace Voltloop.Health.SimulatePack;

/// <summary><c>health pack simulate</c>.</summary>
internal static class PackSimulateVerb
{
    private static readonly Option<int?> Series = new("--series") { Description = "Groups in series; 12 when absent.", HelpName = "N" };
    private static readonly Option<int?> Parallel = new("--parallel") { Description = "Cells in parallel in each group; 1 when absent.", HelpName = "N" };
    private static readonly Option<string?> Chemistry = new("--chemistry") { Description = "nmc or lfp.", HelpName = "NAME" };
    private static readonly Option<double?> Capacity = new("--capacity") { Description = "Capacity of a cell, Ah; 50 when absent.", HelpName = "AH" };
    private static readonly Option<double?> Ampere = new("--current") { Description = "Current of the pack, A, + = charge; half of the capacity out in an hour when absent.", HelpName = "A" };
    private static readonly Option<double?> Spread = new("--charge-spread") { Description = "Standard deviation of the charge at the start, %; 2 when absent.", HelpName = "PERCENT" };
    private static readonly Option<double?> Link = new("--link") { Description = "Resistance of the bus bars between neighbours in a group, mOhm; 0 when absent.", HelpName = "MOHM" };
    private static readonly Option<int?> Seed = new("--seed") { Description = "Seed of the differences between cells; 1 when absent.", HelpName = "N" };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("simulate", "A pack under a load, and ways of balancing it side by side.\n\nExample: ./run health pack simulate --series 14 --parallel 4 --link 0.2")
        {
            Series, Parallel, Chemistry, Capacity, Ampere, Spread, Link, Seed,
        };
        command.SetAction((parsed, cancellation) => host.ReadOrCreateAsync(parsed, context => RunAsync(Request(parsed), context), cancellation));
        return command;
    }

    private static PackSimulationRequest Request(ParseResult parsed) => new()
    {
        Series = parsed.GetValue(Series), Parallel = parsed.GetValue(Parallel), Chemistry = parsed.GetValue(Chemistry), CapacityAh = parsed.GetValue(Capacity),
        Ampere = parsed.GetValue(Ampere), ChargeSpreadPercent = parsed.GetValue(Spread), LinkMilliohm = parsed.GetValue(Link), Seed = parsed.GetValue(Seed),
    };

    private static async Task<int> RunAsync(PackSimulationRequest request, VerbContext context)
    {
        var result = PackSimulator.Run(request.ReadPlan(), context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(result);
        else foreach (var line in Lines(result)) context.Console.Profile.Out.Writer.WriteLine(line);
        return 0;
    }

    private static IEnumerable<string> Lines(PackSimulation result)
    {
        yield return Inv($"{result.Series}s{result.Parallel}p, {result.Chemistry}: {result.MovedAh:0.00} Ah in {result.Hours:0.00} h. {result.Ended}");
        yield return Inv($"usable at the start: {result.UsableAh:0.00} Ah. {result.Limit}");
        foreach (var row in result.Energy) yield return Inv($"  {row.Where}: {row.Wh:0.000} Wh");
        yield return Inv($"  Kirchhoff's laws hold to {result.Residual:0.0e+0} A and V");
        foreach (var row in result.Balancing) yield return Inv($"{row.Mode,-10} {(row.Reached ? "balanced" : "not balanced")} after {row.Hours:0.0} h, {row.LostWh:0.00} Wh lost, usable {row.UsableAhBefore:0.00} to {row.UsableAhAfter:0.00} Ah");
    }

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
