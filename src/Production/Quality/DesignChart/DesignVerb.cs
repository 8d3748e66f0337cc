using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Voltloop.Web.Composition;

namespace Voltloop.Quality.DesignChart;

/// <summary><c>quality chart design</c>.</summary>
internal static class DesignVerb
{
    private static readonly Option<string?> Chart = new("--chart") { Description = "ewma, cusum, individuals or mewma (multivariate)." };
    private static readonly Option<string?> Rules = new("--rules") { Description = "Rules of a Shewhart chart, to see what they cost." };
    private static readonly Option<double?> Lambda = new("--lambda") { Description = "Weight of the newest value of an EWMA." };
    private static readonly Option<int?> Variables = new("--variables") { Description = "Signals of a multivariate EWMA, 2 to 20; 2 when left out." };
    private static readonly Option<double?> K = new("--k") { Description = "Reference value of a CUSUM." };
    private static readonly Option<double?> Arl0 = new("--arl0") { Description = "Wanted points between false alarms." };
    private static readonly Option<double?> Limit = new("--limit") { Description = "Limit to judge instead." };
    private static readonly Option<bool> Varying = new("--time-varying") { Description = "Limits of an EWMA widen from the start." };
    private static readonly Option<int?> Charts = new("--charts") { Description = "Charts that share a budget." };
    private static readonly Option<double?> Points = new("--points-per-day") { Description = "Points of each chart in a day." };
    private static readonly Option<double?> Alarms = new("--alarms-per-day") { Description = "False alarms allowed on the line in a day." };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("design", "Find the limit of a chart for a rate of false alarms, and see how soon shifts are seen.\n\nExample: ./run quality chart design --chart ewma --lambda 0.1 --arl0 500")
        {
            Chart, Rules, Lambda, Variables, K, Arl0, Limit, Varying, Charts, Points, Alarms,
        };
        command.SetAction((parsed, cancellation) => host.RunAsync(parsed, context => RunAsync(Request(parsed), context), cancellation));
        return command;
    }

    private static DesignRequest Request(ParseResult parsed) =>
        new(parsed.GetValue(Chart), parsed.GetValue(Rules), parsed.GetValue(Lambda), parsed.GetValue(K), parsed.GetValue(Arl0), parsed.GetValue(Limit), !parsed.GetValue(Varying))
        {
            Variables = parsed.GetValue(Variables), Charts = parsed.GetValue(Charts), PointsPerDay = parsed.GetValue(Points), AlarmsPerDay = parsed.GetValue(Alarms),
        };

    private static async Task<int> RunAsync(DesignRequest request, VerbContext context)
    {
        var result = DesignResource.Of(request);
        if (context.Json) await context.WriteJsonAsync(result);
        else Show(result, context.Console);
        return 0;
    }

    private static void Show(DesignResource result, IAnsiConsole console)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Chart}, limit {result.Limit:F6}{(result.Variables is null ? " standard deviations" : $" of T², {result.Variables} signals")}"));
        if (result.FalseAlarmsPerDay is { } alarms) console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{alarms:F2} false alarms a day on the line"));
        console.WriteLine(result.Honesty.Says);
        var table = new Table().AddColumns("Shift (standard deviations)", "Average run length (points)", "Standard error");
        foreach (var row in result.Honesty.RunLengths) table.AddRow(row.Shift.ToString("F1", CultureInfo.InvariantCulture), row.Points?.ToString("F4", CultureInfo.InvariantCulture) ?? "never", row.StandardError > 0 ? row.StandardError.ToString("F4", CultureInfo.InvariantCulture) : "computed");
        console.Write(table);
    }
}
