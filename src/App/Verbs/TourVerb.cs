using System.CommandLine;
using System.Globalization;
using Voltloop.App.Hosting;
using Voltloop.Web.Tour;

namespace Voltloop.App.Verbs;

/// <summary><c>tour</c>: the stops of the guided tour with their addresses.</summary>
internal static class TourVerb
{
    private static readonly Option<string> Url = new("--url") { Description = "Address of the server.", HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:5080" };

    /// <summary>The command.</summary>
    public static Command Build(VerbHost host)
    {
        var command = new Command("tour", "Print the ten stops of the guided tour through the example value chain, with the addresses of their pages.\n\nExample: ./run tour") { Url };
        command.SetAction((parsed, cancellation) => host.ReadAsync(
            parsed,
            async context =>
            {
                var stops = await context.Services.GetRequiredService<TourDesk>().ListAsync(context.Cancellation);
                await VerbReport.WriteAsync(context, stops, string.Join('\n', stops.Select(stop => Line(stop, parsed.GetRequiredValue(Url).TrimEnd('/')))));
                return 0;
            },
            cancellation));
        return command;
    }

    private static string Line(TourStopResource stop, string url) => string.Create(CultureInfo.InvariantCulture, $"{stop.Number,2}  {stop.Title}\n    {stop.LookAt}\n    {url}{stop.Path}");
}
