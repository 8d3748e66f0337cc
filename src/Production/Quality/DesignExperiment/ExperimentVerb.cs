using System.CommandLine;
using System.Text;
using Voltloop.Web.Composition;

namespace Voltloop.Quality.DesignExperiment;

/// <summary><c>quality doe design</c>.</summary>
internal static class ExperimentVerb
{
    private static readonly Option<string?> Kind = new("--kind") { Description = "factorial, screening, composite or box-behnken." };
    private static readonly Option<string> Factors = new("--factors") { Description = "Factors with ; between: name low high.", Required = true };
    private static readonly Option<int?> Fraction = new("--fraction") { Description = "How often a factorial is halved." };
    private static readonly Option<string?> Generators = new("--generators") { Description = "Words such as ABC BCD; the usual ones when left out." };
    private static readonly Option<int?> Runs = new("--runs") { Description = "Runs of a screening design." };
    private static readonly Option<int?> Centres = new("--centres") { Description = "Centre points in each block." };
    private static readonly Option<int?> Repeats = new("--repeats") { Description = "How often every other run is made." };
    private static readonly Option<int?> Blocks = new("--blocks") { Description = "Blocks of a factorial: 1, 2, 4 or 8." };
    private static readonly Option<string?> Alpha = new("--alpha") { Description = "Distance of stars: rotatable, face or spherical." };
    private static readonly Option<int?> Seed = new("--seed") { Description = "Seed of the order; 1 when left out." };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("design", "Plan an experiment: a table on standard output, with a column for the response; aliases on the lines that begin with #.\n\nExample: ./run quality doe design --factors \"gap 60 70; speed 20 40; temperature 40 80; tension 5 9\" --fraction 1 --centres 3") { Kind, Factors, Fraction, Generators, Runs, Centres, Repeats, Blocks, Alpha, Seed };
        command.SetAction((parsed, cancellation) => host.RunAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var plan = ExperimentPlanner.Of(new ExperimentRequest(parsed.GetValue(Kind), parsed.GetRequiredValue(Factors), parsed.GetValue(Fraction), parsed.GetValue(Generators), parsed.GetValue(Runs), parsed.GetValue(Centres), parsed.GetValue(Repeats), parsed.GetValue(Blocks), parsed.GetValue(Alpha), parsed.GetValue(Seed)));
        if (context.Json) await context.WriteJsonAsync(plan);
        else await context.Output.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(plan.Notes.Concat(plan.Relation).Concat(plan.Aliases).Select(line => $"# {line}\n")) + ExperimentText.Of(plan)), context.Cancellation);
        return 0;
    }
}
