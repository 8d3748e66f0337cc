using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Core.Identities;
using Voltloop.Web.Composition;

namespace Voltloop.Passport.EndOperator;

/// <summary><c>operator-gone OPERATOR [--on DATE] [--successor ID]</c>.</summary>
internal static class OperatorGoneVerb
{
    private static readonly Argument<string> Id = new("OPERATOR") { Description = "Identifier of the operator." };
    private static readonly Option<DateOnly?> On = new("--on") { Description = "Day on which it ceased to act; default today.", HelpName = "DATE" };
    private static readonly Option<string?> Successor = new("--successor") { Description = "Operator who answers for its passports from now on.", HelpName = "ID" };

    public static Command Build(IVerbHost host)
    {
        var command = new Command(
            "operator-gone",
            "State that an operator has ceased to act, and hand its passports over.\n\nExample: ./run operator-gone https://id.gs1.org/417/9521234500001 --on 2028-03-01 --successor did:web:heir.example")
        {
            Id, On, Successor,
        };
        command.SetAction((parsed, cancellation) => host.WriteAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var request = new EndOperatorRequest { On = parsed.GetValue(On), Successor = parsed.GetValue(Successor) };
        var ended = await context.Services.GetRequiredService<OperatorDesk>().EndAsync(ThingId.Parse(parsed.GetRequiredValue(Id)), request, context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(ended);
        else context.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ended.Id} ceased on {ended.CeasedOn}; {ended.HandedOver} passports handed over, {ended.Passports} still name it."));
        return 0;
    }
}
