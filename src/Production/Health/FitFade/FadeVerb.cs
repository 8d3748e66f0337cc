using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Core.Provenance;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;
using Voltloop.Web.Formatting;

namespace Voltloop.Health.FitFade;

/// <summary><c>health fade ID</c>.</summary>
internal static class FadeVerb
{
    private static readonly Argument<string> Id = new("ID") { Description = "Identifier of the battery, in any spelling." };
    private static readonly Option<double?> Days = new("--days-per-cycle") { Description = "Days that a cycle takes; nothing is put down to time when absent.", HelpName = "DAYS" };
    private static readonly Option<double?> Depth = new("--depth") { Description = "Mean depth of the cycles, %; that of the recording by rainflow counting when absent.", HelpName = "PERCENT" };
    private static readonly Option<bool> Write = new("--record") { Description = "Write the model to the record." };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("fade", "Loss of capacity by time and by use, fitted to the history of a battery.\n\nExample: ./run health fade TBSI-B1T25 --days-per-cycle 0.1") { Id, Days, Depth, Write };
        command.SetAction((parsed, cancellation) => parsed.GetValue(Write)
            ? host.WriteAsync(parsed, context => RunAsync(parsed, context), cancellation)
            : host.ReadAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var (reader, request) = (context.Services.GetRequiredService<FadeReader>(), new FadeRequest(parsed.GetValue(Days), parsed.GetValue(Depth)));
        var thing = await context.Services.GetRequiredService<ThingResolver>().FindAsync(parsed.GetRequiredValue(Id), context.Cancellation);
        var fade = parsed.GetValue(Write)
            ? await reader.KeepAsync(thing.Id, request, "urn:voltloop:local", context.Cancellation)
            : await reader.ReadAsync(thing.Id, request, context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(fade);
        else foreach (var line in Lines(fade)) context.Console.Profile.Out.Writer.WriteLine(line);
        return 0;
    }

    private static IEnumerable<string> Lines(FadeResource fade)
    {
        yield return Inv($"by use: {fade.PerCyclePercent:G4} % · cycles^{fade.Exponent:0.###} · depth{Range(fade.PerCycleInterval)}; exponent{Range(fade.ExponentInterval)}");
        yield return fade.PerRootDayPercent > 0 ? Inv($"by time: {fade.PerRootDayPercent:G4} % · √days at 25 degC{Range(fade.PerRootDayInterval)}") : "by time: nothing";
        yield return Inv($"fitted to cycle {fade.KnownToCycle:0} at {fade.Celsius:0.#} degC, depth {fade.DepthPercent:0.#} % ({fade.DepthFrom}); residual {fade.ResidualPercent:0.###} points, last third held out {fade.HeldOutErrorPercent:0.###} points");
        yield return fade.EndOfLifeCycle is { } end ? Inv($"20 % lost at cycle {end:0}{Range(fade.EndOfLifeInterval)}") : fade.Refusal ?? "";
    }

    private static string Range(Interval? interval) => interval is { } known ? $" ({IntervalFormat.Range(known)})" : "";

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
