using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Core.Problems;
using Voltloop.Tracing.Model.Between;
using Voltloop.Web.Composition;

namespace Voltloop.Tracing.AskHolders;

/// <summary><c>ask ID --up|--down --purpose P [--across]</c>.</summary>
internal static class AskVerb
{
    private static readonly Argument<string> Id = new("ID") { Description = "EPC, lot or class, as your events name it." };
    private static readonly Option<bool> Up = new("--up") { Description = "Where it comes from (the usual)." };
    private static readonly Option<bool> Down = new("--down") { Description = "Where it went." };
    private static readonly Option<string> Purpose = new("--purpose") { Description = $"What for: {string.Join(", ", ChainWords.Purposes)}.", Required = true, HelpName = "WORD" };
    private static readonly Option<bool> Across = new("--across") { Description = "Go on from organisation to organisation, as far as each opens the chain." };
    private static readonly Option<bool> Fresh = new("--fresh") { Description = "Ask again also where a kept answer is still good." };

    public static Command Build(IVerbHost host)
    {
        var command = new Command("ask", "Ask the next holder of something one step up or down the chain, over signed requests.\n\nExample: ./run ask https://id.gs1.org/01/09521234500018/21/CELL-7 --up --purpose recall --across")
        {
            Id, Up, Down, Purpose, Across, Fresh,
        };
        command.SetAction((parsed, cancellation) => host.ReadAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        if (parsed.GetValue(Up) && parsed.GetValue(Down)) throw new ProblemException(CommonProblems.BadRequest, "One asks up or down.", "--up");
        var request = new WalkRequest
        {
            Id = parsed.GetRequiredValue(Id), Direction = parsed.GetValue(Down) ? "down" : "up", Purpose = parsed.GetRequiredValue(Purpose), Across = parsed.GetValue(Across), Fresh = parsed.GetValue(Fresh),
        };
        var walk = await context.Services.GetRequiredService<ChainWalker>().WalkAsync(request, context.Json ? null : new Shown(), context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(walk);
        else Print(context.Console, walk);
        return 0;
    }

    private static void Print(IAnsiConsole console, ChainWalk walk)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Steps", "Thing", "At", "Known by", "Events", "Answered (UTC)");
        foreach (var place in walk.Places) table.AddRow(Row(place));
        console.Write(table);
        foreach (var stone in walk.Places.SelectMany(place => place.Tombstones).Distinct()) console.Profile.Out.Writer.WriteLine($"Gone: {stone.What}, {stone.When}: {stone.Why} (says {stone.Who})");
        if (walk.IsCut) console.WriteLine("There is more: the walk ended at one of its limits.");
    }

    private static string[] Row(WalkPlace place) =>
    [
        place.Level.ToString(CultureInfo.InvariantCulture), Markup.Escape(place.Thing), Markup.Escape(place.HolderName ?? (place.Holder.Length == 0 ? "here" : place.Holder)),
        Markup.Escape(WalkText.Of(place)), place.Events.ToString(CultureInfo.InvariantCulture), place.AnsweredAt?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "",
    ];

    private sealed class Shown : IProgress<WalkPlace>
    {
        public void Report(WalkPlace value)
        {
            if (value.State != WalkState.Own && !System.Console.IsErrorRedirected) System.Console.Error.WriteLine($"{value.HolderName ?? value.Holder}: {WalkText.Of(value)}");
        }
    }
}
