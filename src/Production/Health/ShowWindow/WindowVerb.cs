using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Health.ShowWindow;

/// <summary><c>health window ID|SERIES</c>.</summary>
internal static class WindowVerb
{
    private static readonly Argument<string> What = new("ID|SERIES") { Description = "A battery, of which the longest recording is meant, or a series." };
    private static readonly Option<double?> From = new("--from") { Description = "First value of the axis, in its unit; the beginning when absent.", HelpName = "X" };
    private static readonly Option<double?> To = new("--to") { Description = "Last value of the axis; the end when absent.", HelpName = "X" };
    private static readonly Option<string?> Channels = new("--channels") { Description = "Names separated by commas; voltage and current when absent.", HelpName = "NAMES" };
    private static readonly Option<int?> Points = new("--points") { Description = "With --json: thin to so many columns, 10 to 2000; 600 when absent.", HelpName = "N" };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("window", "Samples of a part of a recording: all of them as CSV, or with --json thinned for a plot.\n\nExample: ./run health window PANASONIC-18650PF-1 --from 0 --to 600 > part.csv") { What, From, To, Channels, Points };
        command.SetAction((parsed, cancellation) => host.ReadAsync(
            parsed, context => RunAsync(parsed.GetRequiredValue(What), new WindowRequest(parsed.GetValue(From), parsed.GetValue(To), parsed.GetValue(Points), parsed.GetValue(Channels)), context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string what, WindowRequest request, VerbContext context)
    {
        var desk = context.Services.GetRequiredService<WindowDesk>();
        var id = await SeriesAsync(what, context);
        if (context.Json) await context.WriteJsonAsync(await desk.ReadAsync(id, request, context.Cancellation));
        else
        {
            var spec = (await desk.FindAsync(id, context.Cancellation)).Spec;
            await WindowCsv.WriteAsync(context.Output, [spec.Channels[0], .. request.ReadChannels(spec)], await desk.ReadAllAsync(id, request, context.Cancellation));
        }

        return 0;
    }

    private static async Task<string> SeriesAsync(string what, VerbContext context)
    {
        var record = context.Services.GetRequiredService<IRecordReader>();
        if (await record.FindSeriesAsync(what, context.Cancellation) is { } known) return known.Spec.Id;
        var thing = await context.Services.GetRequiredService<ThingResolver>().FindAsync(what, context.Cancellation);
        return Recordings.Of(await record.ListSeriesAsync(thing.Id, context.Cancellation)).FirstOrDefault()?.Spec.Id
            ?? throw new ProblemException(CommonProblems.NotFound, $"The record has no recording of voltage over time of {thing.Label}.");
    }
}
