using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Core.Problems;
using Voltloop.Web.Composition;

namespace Voltloop.Health.BenchmarkMethods;

/// <summary><c>health benchmark NAME</c>.</summary>
internal static class BenchmarkVerb
{
    private static readonly Argument<string> Name = new("NAME") { Description = "severson, tbsi, pulsebat or panasonic." };
    private static readonly Option<string?> Files = new("--files") { Description = "Folder of the data set; shared/data/health/... beside the repository when absent.", HelpName = "DIR" };

    private static readonly Option<bool> Keep = new("--keep") { Description = "State the card of the best model in the record: data, errors, coverage, validity." };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("benchmark", "Run a public benchmark: published figures beside ours.\n\nExample: ./run health benchmark severson") { Name, Files, Keep };
        command.SetAction((parsed, cancellation) => parsed.GetValue(Keep)
            ? host.WriteAsync(parsed, context => RunAsync(parsed, context, keeps: true), cancellation)
            : host.ReadOrCreateAsync(parsed, context => RunAsync(parsed, context, keeps: false), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context, bool keeps)
    {
        var benchmark = Choose(parsed.GetRequiredValue(Name), context.Services);
        var folder = benchmark.HasData ? BenchmarkFolder.Find(benchmark.Name, parsed.GetValue(Files)) : "";
        context.Services.GetRequiredService<BenchmarkProgress>().Listener = next => Console.Error.WriteLine($"{benchmark.Name}: {next} (Ctrl-C stops)");
        var watch = Stopwatch.StartNew();
        var table = await benchmark.RunAsync(folder, context.Cancellation);
        var now = context.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var run = new BenchmarkRun(benchmark.Name, now, Math.Round(watch.Elapsed.TotalSeconds, 1), table);
        await context.Services.GetRequiredService<BenchmarkRuns>().KeepAsync(run, context.Cancellation);
        if (keeps) await context.Services.GetRequiredService<ModelCards>().KeepAsync(run, ModelCards.Issuer, context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(run);
        else Write(context.Console.Profile.Out.Writer, run);
        return 0;
    }

    private static IHealthBenchmark Choose(string name, IServiceProvider services)
    {
        var all = services.GetServices<IHealthBenchmark>().ToArray();
        return Array.Find(all, one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ProblemException(CommonProblems.BadRequest, $"There is no benchmark \"{name}\".", remedy: $"There are: {string.Join(", ", all.Select(one => one.Name))}.");
    }

    // Plain lines that keep their width, so that they can be searched and compared.
    private static void Write(TextWriter output, BenchmarkRun run)
    {
        var table = run.Table;
        string[][] lines =
        [
            ["", .. table.Columns, "source", ""],
            .. table.Rows.Select(row => (string[])[row.Model, .. row.Values, row.Source, row.Best ? "best" : ""]),
        ];
        int[] widths = [.. Enumerable.Range(0, lines[0].Length).Select(i => lines.Max(line => line[i].Length))];
        output.WriteLine(table.Title);
        foreach (var line in lines)
            output.WriteLine(string.Join("  ", line.Select((cell, i) => i == 0 || i >= line.Length - 2 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd());
        foreach (var note in table.Notes) output.WriteLine("* " + note);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run.Seconds:0.0} s"));
    }
}
