using System.CommandLine;
using Spectre.Console;
using Voltloop.App.Hosting;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;
using Voltloop.Web.Access;
using Voltloop.Web.Composition;

namespace Voltloop.App.Verbs;

/// <summary><c>account add|list|disable|passkeys|revoke-passkey|sign-out</c>: local accounts. Works beside a running server.</summary>
internal static class AccountVerb
{
    private static readonly Argument<string> Name = new("NAME") { Description = "Name to sign in with." };
    private static readonly Argument<string?> OptionalName = new("NAME") { Description = "Name of the account; everybody when absent.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Argument<string> PasskeyId = new("PASSKEY") { Description = "Identifier of the passkey, as ./run account passkeys NAME shows it." };
    private static readonly Option<string?> Operator = new("--operator") { Description = "Operator the account acts for (EN 18219). Default: the keeper of this store.", HelpName = "ID" };
    private static readonly Option<string[]> Audiences = new("--audience") { Description = "Audience it reads for, for example authority; may be given several times.", HelpName = "NAME" };
    private static readonly Option<string?> Role = new("--role") { Description = "reader, writer or keeper. Default: keeper for the first account, else reader.", HelpName = "ROLE" };

    /// <summary>The command.</summary>
    public static Command Build(VerbHost host) => new(
        "account", "Accounts of people.\n\nExample: ./run account add mira --role writer   (asks for the password, or reads it from standard input)")
    {
        Add(host), List(host), Disable(host), Passkeys(host), RevokePasskey(host), SignOut(host),
    };

    private static Command Add(VerbHost host)
    {
        var command = new Command("add", "Make an account; the first one runs the store.") { Name, Operator, Audiences, Role };
        command.SetAction((parsed, cancellation) => host.AccessAsync(parsed, context => AddAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> AddAsync(ParseResult parsed, VerbContext context)
    {
        var request = new AccountRequest(parsed.GetRequiredValue(Name), AskPassword())
        {
            Operator = parsed.GetValue(Operator),
            Audiences = parsed.GetValue(Audiences) ?? [],
            Roles = RolesOf(parsed.GetValue(Role)),
        };
        var account = await context.Services.GetRequiredService<AccountDesk>().AddAsync(request);
        await VerbReport.WriteAsync(context, Shown(account), $"{account.Name} acts for {account.Operator} as {Words(account.Roles)}. Sign in at /sign-in.");
        return 0;
    }

    private static Command List(VerbHost host)
    {
        var command = new Command("list", "All accounts.");
        command.SetAction((parsed, cancellation) => host.AccessAsync(
            parsed,
            async context =>
            {
                var accounts = context.Services.GetRequiredService<IAccountStore>().ListAccounts();
                var lines = accounts.Select(a => $"{a.Name}  {a.Operator}  {Words(a.Roles)}{(a.Disabled ? "  disabled" : "")}");
                await VerbReport.WriteAsync(context, accounts.Select(Shown), accounts.Count == 0 ? "No accounts." : string.Join('\n', lines));
                return 0;
            },
            cancellation));
        return command;
    }

    private static Command Disable(VerbHost host)
    {
        var command = new Command("disable", "Shut an account: sessions and keys end at once.") { Name };
        command.SetAction((parsed, cancellation) => host.AccessAsync(
            parsed,
            async context =>
            {
                await context.Services.GetRequiredService<AccountDesk>().DisableAsync(parsed.GetRequiredValue(Name));
                await VerbReport.WriteAsync(context, new { disabled = parsed.GetRequiredValue(Name) }, "Done.");
                return 0;
            },
            cancellation));
        return command;
    }

    private static Command Passkeys(VerbHost host)
    {
        var command = new Command("passkeys", "Passkeys of an account.") { Name };
        command.SetAction((parsed, cancellation) => host.AccessAsync(
            parsed,
            async context =>
            {
                var keys = context.Services.GetRequiredService<IPasskeyStore>().ListPasskeys(parsed.GetRequiredValue(Name));
                var lines = keys.Select(key => $"{key.Id}  {key.Label}  since {key.CreatedAt:u}  used {key.UsedAt:u}");
                await VerbReport.WriteAsync(context, keys.Select(PasskeyResource.Of), keys.Count == 0 ? "No passkeys." : string.Join('\n', lines));
                return 0;
            },
            cancellation));
        return command;
    }

    private static Command RevokePasskey(VerbHost host)
    {
        var command = new Command("revoke-passkey", "Revoke a passkey of an account: the sessions that it began end at once.") { Name, PasskeyId };
        command.SetAction((parsed, cancellation) => host.AccessAsync(
            parsed,
            async context =>
            {
                await context.Services.GetRequiredService<PasskeyDesk>().RevokeAsync(parsed.GetRequiredValue(Name), parsed.GetRequiredValue(PasskeyId));
                await VerbReport.WriteAsync(context, new { revoked = parsed.GetRequiredValue(PasskeyId) }, "Done.");
                return 0;
            },
            cancellation));
        return command;
    }

    private static Command SignOut(VerbHost host)
    {
        var command = new Command("sign-out", "End all sessions of an account at once; of everybody, when no account is named.") { OptionalName };
        command.SetAction((parsed, cancellation) => host.AccessAsync(
            parsed,
            async context =>
            {
                var name = parsed.GetValue(OptionalName);
                await context.Services.GetRequiredService<SessionDesk>().EndAllAsync(name);
                await VerbReport.WriteAsync(context, new { signedOut = name ?? "everybody" }, "Done.");
                return 0;
            },
            cancellation));
        return command;
    }

    private static object Shown(Account account) => new
    {
        account.Name, Operator = account.Operator.Value, account.Audiences, Roles = account.Roles.ToString(), account.CreatedAt, account.Disabled, account.LockedUntil,
    };

    private static string AskPassword() => Console.IsInputRedirected
        ? Console.In.ReadLine() ?? ""
        : AnsiConsole.Prompt(new TextPrompt<string>($"Password ({AccountDesk.MinPassword} characters or more):").Secret());

    private static string Words(ActorRoles roles) =>
        roles.HasFlag(ActorRoles.Keeper) ? "keeper" : roles.HasFlag(ActorRoles.Writer) ? "writer" : "reader";

    private static ActorRoles? RolesOf(string? text) => text switch
    {
        null => null,
        "reader" => ActorRoles.None,
        "writer" => ActorRoles.Writer,
        "keeper" => ActorRoles.Writer | ActorRoles.Keeper,
        _ => throw new ProblemException(CommonProblems.BadRequest, $"\"{text}\" is no role.", "--role", "Use reader, writer or keeper."),
    };
}
