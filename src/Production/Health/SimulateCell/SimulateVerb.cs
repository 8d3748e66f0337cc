using System.CommandLine;
using System.Globalization;
using Voltloop.Web.Composition;

namespace Voltloop.Health.SimulateCell;

/// <summary><c>health simulate</c>.</summary>
internal static class SimulateVerb
{
    private const int LongProfile = 5000;
    private static readonly Option<string?> Parameters = new("--parameters") { Description = $"Parameter set: {string.Join(", ", CellSets.All.Select(set => set.Name))}.", HelpName = "NAME" };
    private static readonly Option<double?> Rate = new("--c-rate") { Description = "Constant current as a multiple of the nominal capacity in 1 h; 1 when left out.", HelpName = "C" };
    private static readonly Option<bool> Charge = new("--charge") { Description = "Charge instead of discharge." };
    private static readonly Option<string?> Profile = new("--profile") { Description = "Table with test_time_second and current_ampere (+ is charge) instead of a C-rate.", HelpName = "FILE" };
    private static readonly Option<double?> Ambient = new("--ambient") { Description = "Temperature of the air, degC; 25 when left out.", HelpName = "DEGC" };
    private static readonly Option<double?> Start = new("--start") { Description = "State of charge at the start, %.", HelpName = "PERCENT" };
    private static readonly Option<double?> Transfer = new("--heat-transfer") { Description = "From cell to air, W/(m² K).", HelpName = "H" };
    private static readonly Option<string?> Model = new("--model") { Description = "spme, or spm without electrolyte.", HelpName = "MODEL" };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("simulate", "Simulate a cell by the single-particle model with electrolyte.\n\nExample: ./run health simulate --parameters chen2020 --c-rate 1 --ambient 25") { Parameters, Rate, Charge, Profile, Ambient, Start, Transfer, Model };
        command.SetAction((parsed, cancellation) => host.RunAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var profile = parsed.GetValue(Profile) is { } path ? ProfileReader.Read(await LocalFile.ReadAsync(path, context.Cancellation)) : null;
        var request = new SimulationRequest
        {
            Parameters = parsed.GetValue(Parameters),
            CRate = parsed.GetValue(Rate),
            Direction = parsed.GetValue(Charge) ? "charge" : null,
            Profile = profile,
            AmbientCelsius = parsed.GetValue(Ambient),
            StartPercent = parsed.GetValue(Start),
            HeatTransfer = parsed.GetValue(Transfer),
            Model = parsed.GetValue(Model),
        };
        var result = CellSimulator.Run(request, profile?.Seconds.Count > LongProfile ? Tell : null, context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(result);
        else foreach (var line in SimulationWords.Lines(result)) context.Console.Profile.Out.Writer.WriteLine(line);
        return 0;
    }

    private static void Tell(double share) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{100 * share:F0} % of the profile (Ctrl-C stops)"));
}
