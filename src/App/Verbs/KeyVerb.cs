using System.CommandLine;
using Voltloop.App.Hosting;
using Voltloop.Web.Access;

namespace Voltloop.App.Verbs;

/// <summary><c>key add|list|revoke</c>: API keys for programs. Works beside a running server.</summary>
internal static class KeyVerb
{
    private static readonly Argument<string> Label = new("LABEL") { Description = "What the key is for." };
    private static readonly Argument<string> Id = new("ID") { Description = "Name of the key, as listed." };
    private static readonly Option<string?> Operator = new("--operator") { Description = "Operator the key acts for. Default: the keeper of this store.", HelpName = "ID" };
    private static readonly Option<string[]> Audiences = new("--audience") { Description = "Audience it reads for; may be given several times.", HelpName = "NAME" };
    private static readonly Option<bool> Write = new("--write") { Description = "It may write where its operator answers or holds a grant." };
    private static readonly Option<int?> Days = new("--days") { Description = "Days until it expires. Default: 90.", HelpName = "N" };

    /// <summary>The command.</summary>
    public static Command Build(VerbHost host) => new("key", "API keys of programs.\n\nExample: ./run key add \"line 3 gateway\" --write --days 30") { Add(host), List(host), Revoke(host) };

    private static Command Add(VerbHost host)
    {
        var command = new Command("add", "Make a key; it is shown this once.") { Label, Operator, Audiences, Write, Days };
        command.SetAction((parsed, cancellation) => host.AccessAsync(
            parsed,
            async context =>
            {
                var request = new KeyRequest(parsed.GetRequiredValue(Label), parsed.GetValue(Write), parsed.GetValue(Days), parsed.GetValue(Audiences), parsed.GetValue(Operator));
                var made = await context.Services.GetRequiredService<KeyDesk>().AddAsync(request);
                await VerbReport.WriteAsync(context, KeyResource.Of(made.Key, made.Secret), $"{made.Secret}\nKey {made.Key.Id}, until {made.Key.ExpiresAt:u}. Copy it now: only its hash is kept.");
                return 0;
            },
            cancellation));
        return command;
    }

    private static Command List(VerbHost host)
    {
        var command = new Command("list", "All keys, without the keys themselves.");
        command.SetAction((parsed, cancellation) => host.AccessAsync(
            parsed,
            async context =>
            {
                KeyResource[] keys = [.. context.Services.GetRequiredService<KeyDesk>().List().Select(key => KeyResource.Of(key))];
                var lines = keys.Select(k => $"{k.Id}  {k.Label}  {k.Operator}  {(k.Write ? "write" : "read")}  until {k.ExpiresAt:u}{(k.RevokedAt is null ? "" : "  revoked")}");
                await VerbReport.WriteAsync(context, keys, keys.Length == 0 ? "No keys." : string.Join('\n', lines));
                return 0;
            },
            cancellation));
        return command;
    }

    private static Command Revoke(VerbHost host)
    {
        var command = new Command("revoke", "Revoke a key, at once.") { Id };
        command.SetAction((parsed, cancellation) => host.AccessAsync(
            parsed,
            async context =>
            {
                await context.Services.GetRequiredService<KeyDesk>().RevokeAsync(parsed.GetRequiredValue(Id));
                await VerbReport.WriteAsync(context, new { revoked = parsed.GetRequiredValue(Id) }, "Done.");
                return 0;
            },
            cancellation));
        return command;
    }
}
