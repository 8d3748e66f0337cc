using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Quality.ContainCause;
using Voltloop.Web.Composition;

namespace Voltloop.Quality.FindCause;

/// <summary><c>quality cause [FILE]</c>.</summary>
internal static class CauseVerb
{
    private static readonly Argument<string?> File = new("FILE") { Description = CauseFile.Layout + " Without a file: the record.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Bad = new("--bad") { Description = "In the record: ageing or returned; ageing when left out." };
    private static readonly Option<string?> Model = new("--model") { Description = "In the record: identifier of the model." };
    private static readonly Option<double?> Above = new("--bad-above") { Description = "In a table with numbers: above this a unit is bad, unit of the values." };
    private static readonly Option<double?> Below = new("--bad-below") { Description = "In a table with numbers: below this a unit is bad, unit of the values." };
    private static readonly Option<bool> Contain = new("--contain") { Description = "State what was found in the record and list every unit that may be affected." };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("cause", "Find what bad units have in common.\n\nExample: ./run quality cause samples/quality/weld-genealogy.csv") { File, Bad, Model, Above, Below, Contain };
        command.SetAction((parsed, cancellation) => parsed.GetValue(Contain) ? host.WriteAsync(parsed, context => ContainAsync(parsed, context), cancellation) : host.ReadOrCreateAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static CauseRequest Request(ParseResult parsed) => new(parsed.GetValue(Bad), parsed.GetValue(Model), parsed.GetValue(Above), parsed.GetValue(Below));

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var finder = context.Services.GetRequiredService<CauseFinder>();
        var found = parsed.GetValue(File) is { } file ? await finder.OfFileAsync(await LocalFile.ReadAsync(file, context.Cancellation), Request(parsed), context.Cancellation) : await finder.OfRecordAsync(Request(parsed), context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(found);
        else Show(found, context.Console);
        return 0;
    }

    private static async Task<int> ContainAsync(ParseResult parsed, VerbContext context)
    {
        var found = await context.Services.GetRequiredService<CauseFinder>().OfRecordAsync(Request(parsed), context.Cancellation);
        var list = await context.Services.GetRequiredService<ContainmentDesk>().KeepAsync(found, context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(list);
        else foreach (var unit in list.Units) context.Console.WriteLine($"{unit.Label}: {unit.State}{(unit.Holder is null ? "" : ", " + unit.Holder)} ({unit.Cause})");
        return 0;
    }

    private static void Show(CauseResource found, IAnsiConsole console)
    {
        console.WriteLine($"{found.Source}: {found.Says}");
        var table = new Table().AddColumns("Possible cause", "Bad with", "Good with", "Bad without", "Good without", "Risk ratio", "By chance (Holm)");
        foreach (var one in found.Ranking.Take(10)) table.AddRow(Markup.Escape(one.Name), Count(one.BadWith), Count(one.GoodWith), Count(one.BadWithout), Count(one.GoodWithout), one.RiskRatio.ToString("F1", CultureInfo.InvariantCulture), CauseWords.Probability(one.Adjusted));
        if (found.Ranking.Count > 0) console.Write(table);
        foreach (var cause in found.Causes)
        {
            console.WriteLine($"{cause.Factor.Name}: {cause.Affected.Count} units may be affected, {cause.Affected.Count(unit => unit.IsInField)} of them in the field.");
            foreach (var alike in cause.Alike) console.WriteLine($"  cannot be told apart: {alike.Name}");
        }
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
