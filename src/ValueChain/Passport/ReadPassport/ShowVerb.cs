using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Core.Time;
using Voltloop.Passport.Model;
using Voltloop.Record.Policies;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;
using Voltloop.Web.Formatting;
using Voltloop.Web.Http;

namespace Voltloop.Passport.ReadPassport;

/// <summary><c>show ID</c>: the passport of a thing on the terminal.</summary>
internal static class ShowVerb
{
    private static readonly Argument<string> Id = new("ID") { Description = "Identifier, serial number or name of a battery or model." };
    private static readonly Option<string?> AsOfDay = new("--as-of") { Description = "What held on this day or at this moment (UTC).", HelpName = "T" };
    private static readonly Option<string?> KnownAt = new("--known-at") { Description = "Only what the record knew then.", HelpName = "K" };
    private static readonly Option<string> Audience = new("--audience")
    {
        Description = "Who reads: public, legitimate-interest, authority, commission or operator.",
        HelpName = "NAME",
        DefaultValueFactory = _ => AudiencePolicy.Operator,
    };

    public static Command Build(IVerbHost host)
    {
        var command = new Command("show", "Show the passport of a battery or model.\n\nExample: ./run show TBSI-B1T25 --as-of 2027-02-18") { Id, AsOfDay, KnownAt, Audience };
        command.SetAction((parsed, cancellation) => host.ReadAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var thing = await context.Services.GetRequiredService<ThingResolver>().FindAsync(parsed.GetRequiredValue(Id), context.Cancellation);
        var asOf = new AsOf(TimeParameters.Read(parsed.GetValue(AsOfDay), "--as-of"), TimeParameters.Read(parsed.GetValue(KnownAt), "--known-at"));
        var view = await context.Services.GetRequiredService<PassportReader>()
            .ReadAsync(thing.Id, asOf, parsed.GetRequiredValue(Audience), context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(PassportDocument.Of(view));
        else Print(context.Console, view);
        return 0;
    }

    private static void Print(IAnsiConsole console, PassportView view)
    {
        console.WriteLine($"{view.Thing.Label} ({ValueText.Of(view.Thing.Kind)})");
        console.WriteLine(view.Thing.Id.Value);
        if (view.Thing.Model is { } model) console.WriteLine($"model {model}");
        foreach (var section in view.Sections)
        {
            console.WriteLine();
            console.WriteLine(section.Title);
            var table = new Table().Border(TableBorder.Simple).AddColumns("Fact", "Value", "Since", "Method");
            foreach (var entry in section.Entries) table.AddRow(Row(entry));
            console.Write(table);
        }
    }

    private static string[] Row(PassportEntry entry)
    {
        var statement = entry.Recorded.Statement;
        var method = entry.FromModel ? statement.Evidence.Method + ", from model" : statement.Evidence.Method;
        return [Markup.Escape(entry.Term.Label), Markup.Escape(ValueText.Of(statement)), Moments.Day(statement.ValidFrom), Markup.Escape(method)];
    }
}
