using System.CommandLine;
using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Web.Composition;

namespace Voltloop.Health.ValidateBdf;

/// <summary><c>bdf validate FILE...</c>: 0 when all files are valid, 2 when one is not, 3 when one is missing.</summary>
internal static class BdfVerb
{
    private static readonly Argument<string[]> Files = new("FILE") { Description = "Files in the Battery Data Format: CSV or Parquet, gzip or not.", Arity = ArgumentArity.OneOrMore };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var validate = new Command(
            "validate",
            "Say whether files keep the Battery Data Format 1.3.0; every broken rule with its line.\n\nExample: ./run bdf validate samples/bdf/*.csv") { Files };
        validate.SetAction((parsed, cancellation) => host.RunAsync(parsed, context => RunAsync(parsed.GetRequiredValue(Files), context), cancellation));
        return new Command("bdf", "The Battery Data Format.") { validate };
    }

    private static async Task<int> RunAsync(string[] files, VerbContext context)
    {
        var verdicts = new List<BdfVerdict>();
        foreach (var file in files)
        {
            verdicts.Add(BdfValidator.Validate(await LocalFile.ReadAsync(file, context.Cancellation)));
            Show(verdicts[^1], context);
        }

        if (context.Json)
        {
            await context.WriteJsonAsync(verdicts);
        }

        return verdicts.TrueForAll(verdict => verdict.IsValid) ? 0 : CommonProblems.InvalidValue.ExitCode;
    }

    private static void Show(BdfVerdict verdict, VerbContext context)
    {
        if (context.Json)
        {
            return;
        }

        var outcome = verdict.IsValid ? "valid" : "not valid";
        var writer = context.Console.Profile.Out.Writer;
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{verdict.File}: {outcome}: {verdict.Format}, {verdict.Rows} rows, {verdict.Errors} errors"));
        foreach (var finding in verdict.Findings)
        {
            writer.WriteLine($"  {finding.Severity,-7} {finding.Code} {finding.Location}: {finding.Message}");
        }
    }
}
