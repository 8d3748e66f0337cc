using System.CommandLine;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Web.Composition;

namespace Voltloop.Passport.ImportSpreadsheet;

/// <summary><c>template --category ev</c>: an empty spreadsheet on standard output.</summary>
internal static class TemplateVerb
{
    private static readonly Option<string> Category = new("--category")
    {
        Description = "ev, lmt, industrial or industrialStationary.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "ev",
    };

    public static Command Build(IVerbHost host)
    {
        var command = new Command("template", "Write an empty spreadsheet for the passports of a category.\n\nExample: ./run template --category ev > batteries.csv") { Category };
        command.SetAction((parsed, cancellation) => host.ReadAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var text = context.Services.GetRequiredService<SheetTemplate>().Write(parsed.GetRequiredValue(Category));
        await context.Output.WriteAsync(Encoding.UTF8.GetBytes(text), context.Cancellation);
        return 0;
    }
}
