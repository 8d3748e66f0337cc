using System.CommandLine;
using Voltloop.App.Hosting;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;
using Voltloop.Record.Terms;
using Voltloop.Web.Access;
using Voltloop.Web.Composition;
using Voltloop.Web.Http;

namespace Voltloop.App.Verbs;

/// <summary><c>grant add|list|revoke</c>: rights between operators, and <c>grant hand-over</c> of responsibility.</summary>
internal static class GrantVerb
{
    private static readonly Argument<string> Grantee = new("OPERATOR") { Description = "Operator who gets the right (EN 18219 identifier)." };
    private static readonly Argument<string> Id = new("ID") { Description = "Name of the grant as listed; with --all, the operator." };
    private static readonly Argument<string> Handed = new("THING") { Description = "Thing or model to hand over." };
    private static readonly Option<string> Right = new("--right") { Description = "read, write or administer.", DefaultValueFactory = _ => "read", HelpName = "RIGHT" };
    private static readonly Option<string?> Audience = new("--audience") { Description = "Only what this audience reads.", HelpName = "NAME" };
    private static readonly Option<string[]> Terms = new("--term") { Description = "Only this term; may be given several times.", HelpName = "TERM" };
    private static readonly Option<string?> Thing = new("--thing") { Description = "Only this thing.", HelpName = "ID" };
    private static readonly Option<string?> Model = new("--model") { Description = "Only this model and its items.", HelpName = "ID" };
    private static readonly Option<string?> To = new("--to") { Description = "Until when, for example 2027-02-18.", HelpName = "DATE" };
    private static readonly Option<bool> Delegable = new("--delegable") { Description = "The operator may pass it on." };
    private static readonly Option<bool> All = new("--all") { Description = "Emergency: take back everything this operator holds." };

    /// <summary>The command.</summary>
    public static Command Build(VerbHost host) => new("grant", "Rights between operators.\n\nExample: ./run grant add did:web:workshop.example --term stateOfHealth --to 2027-02-18")
    {
        Add(host), List(host), Revoke(host), HandOver(host),
    };

    private static Command Add(VerbHost host)
    {
        var command = new Command("add", "Give an operator a right.") { Grantee, Right, Audience, Terms, Thing, Model, To, Delegable };
        command.SetAction((parsed, cancellation) => host.WriteAsync(
            parsed,
            async context =>
            {
                var grant = await context.Services.GetRequiredService<RightsDesk>().GrantAsync(Request(parsed), context.Services.GetRequiredService<IVocabulary>(), context.Cancellation);
                await VerbReport.WriteAsync(context, GrantResource.Of(grant), $"Grant {grant.Id}: {grant.Right} on {grant.Scope} for {grant.Grantee}.");
                return 0;
            },
            cancellation));
        return command;
    }

    private static GrantRequest Request(ParseResult parsed) => new(ThingId.Parse(parsed.GetRequiredValue(Grantee)), RightOf(parsed.GetRequiredValue(Right)))
    {
        Audience = parsed.GetValue(Audience),
        Terms = parsed.GetValue(Terms) ?? [],
        Scope = new GrantScope(Optional(parsed.GetValue(Model)), Optional(parsed.GetValue(Thing))),
        To = parsed.GetValue(To) is { } to ? TimeParameters.Read(to, "--to") : null,
        Delegable = parsed.GetValue(Delegable),
    };

    private static Command List(VerbHost host)
    {
        var command = new Command("list", "All grants.");
        command.SetAction((parsed, cancellation) => host.ReadAsync(
            parsed,
            async context =>
            {
                var grants = context.Services.GetRequiredService<RightsDesk>().List();
                var lines = grants.Select(g => $"{g.Id}  {g.Right} on {g.Scope}  for {g.Grantee}  from {g.Grantor}{(g.To is { } to ? $"  until {to:u}" : "")}");
                await VerbReport.WriteAsync(context, grants.Select(GrantResource.Of), grants.Count == 0 ? "No grants." : string.Join('\n', lines));
                return 0;
            },
            cancellation));
        return command;
    }

    private static Command Revoke(VerbHost host)
    {
        var command = new Command("revoke", "Take a right back, at once.") { Id, All };
        command.SetAction((parsed, cancellation) => host.WriteAsync(parsed, context => RevokeAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RevokeAsync(ParseResult parsed, VerbContext context)
    {
        var (rights, id) = (context.Services.GetRequiredService<RightsDesk>(), parsed.GetRequiredValue(Id));
        await (parsed.GetValue(All) ? rights.RevokeAllAsync(ThingId.Parse(id), context.Cancellation) : rights.RevokeAsync(id, context.Cancellation));
        await VerbReport.WriteAsync(context, new { revoked = id }, "Done.");
        return 0;
    }

    private static Command HandOver(VerbHost host)
    {
        var command = new Command("hand-over", "Hand over responsibility for a thing or a model.") { Handed, Grantee };
        command.SetAction((parsed, cancellation) => host.WriteAsync(
            parsed,
            async context =>
            {
                var (thing, successor) = (ThingId.Parse(parsed.GetRequiredValue(Handed)), ThingId.Parse(parsed.GetRequiredValue(Grantee)));
                await context.Services.GetRequiredService<RightsDesk>().HandOverAsync(thing, successor, null, context.Cancellation);
                await VerbReport.WriteAsync(context, new { thing = thing.Value, responsible = successor.Value }, $"{successor} answers for {thing}.");
                return 0;
            },
            cancellation));
        return command;
    }

    private static ThingId? Optional(string? text) => text is null ? null : ThingId.Parse(text);

    private static AccessRight RightOf(string text) => Enum.TryParse<AccessRight>(text, ignoreCase: true, out var right) && Enum.IsDefined(right)
        ? right : throw new ProblemException(CommonProblems.BadRequest, $"\"{text}\" is no right.", "--right", "Use read, write or administer.");
}
