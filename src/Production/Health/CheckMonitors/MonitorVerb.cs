using System.CommandLine;
using System.Globalization;
using System.Text;
using Voltloop.Health.Model;
using Voltloop.Web.Composition;
using Voltloop.Web.Formatting;

namespace Voltloop.Health.CheckMonitors;

/// <summary><c>health monitors FILE</c>.</summary>
internal static class MonitorVerb
{
    private static readonly Argument<string> File = new("FILE") { Description = "CSV with the columns shown_percent and measured_percent, a vehicle a line." };
    private static readonly Option<double?> Tolerance = new("--tolerance") { Description = "Most a monitor may show too much, percentage points; 5 when absent.", HelpName = "POINTS" };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("monitors", "How far vehicles show more state of certified energy than they have, after UN GTR 22, Part A.\n\nExample: ./run health monitors sample.csv --tolerance 5") { File, Tolerance };
        command.SetAction((parsed, cancellation) => host.RunAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var source = await LocalFile.ReadAsync(parsed.GetRequiredValue(File), context.Cancellation);
        var report = new MonitorReport(MonitorTable.Check(Encoding.UTF8.GetString(source.Bytes.Span), parsed.GetValue(Tolerance)), MonitorCheck.Method);
        if (context.Json)
        {
            await context.WriteJsonAsync(report);
            return 0;
        }

        var output = context.Console.Profile.Out.Writer;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Check.Verdict}: {report.Check.Vehicles} vehicles show {report.Check.MeanError:0.00} points too much, {IntervalFormat.Range(report.Check.ErrorInterval)}, deviation {report.Check.Deviation:0.00}"));
        output.WriteLine(report.Method.Validity);
        return 0;
    }
}
