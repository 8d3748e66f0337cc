using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Quality.ReadTables;
using Voltloop.Web.Composition;

namespace Voltloop.Quality.KeepControlPlan;

/// <summary><c>quality plan MACHINE [FILE]</c>.</summary>
internal static class PlanVerb
{
    private const string Issuer = "urn:voltloop:local";

    private static readonly Argument<string> Machine = new("MACHINE") { Description = "Read point of the machine." };
    private static readonly Argument<string?> File = new("FILE") { Description = PlanReader.Layout + " Left out: the plan is shown.", Arity = ArgumentArity.ZeroOrOne };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("plan", "Show or state the control plan of a machine.\n\nExample: ./run quality plan https://id.gs1.org/414/9521234600411/254/COATER-3 samples/quality/control-plan.csv") { Machine, File };
        command.SetAction((parsed, cancellation) => parsed.GetValue(File) is { } file
            ? host.WriteAsync(parsed, context => KeepAsync(parsed.GetRequiredValue(Machine), file, context), cancellation)
            : host.ReadAsync(parsed, context => ShowAsync(parsed.GetRequiredValue(Machine), context), cancellation));
        return command;
    }

    private static async Task<int> KeepAsync(string machine, string file, VerbContext context)
    {
        var plan = PlanReader.Read(DelimitedTable.Read(await LocalFile.ReadAsync(file, context.Cancellation)));
        await context.Services.GetRequiredService<ControlPlans>().KeepAsync(machine, plan, Issuer, context.Cancellation);
        return await ShowAsync(machine, context);
    }

    private static async Task<int> ShowAsync(string machine, VerbContext context)
    {
        var plan = new PlanResource(machine, (await context.Services.GetRequiredService<ControlPlans>().FindAsync(machine, context.Cancellation))?.Characteristics ?? []);
        if (context.Json) await context.WriteJsonAsync(plan);
        else Show(plan, context.Console);
        return 0;
    }

    private static void Show(PlanResource plan, IAnsiConsole console)
    {
        if (plan.Characteristics.Count == 0) console.WriteLine("This machine has no control plan.");
        foreach (var one in plan.Characteristics) console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{one.Signal}: {one.Lsl} to {one.Usl} {one.Unit}, target {one.Target}; gauge {one.Gauge} (sigma {one.GaugeSigma}); chart {one.Chart}; when out: {one.Reaction}"));
    }
}
