using System.CommandLine;
using Voltloop.App.Hosting;
using Voltloop.Record.Replication;
using Voltloop.Web.Composition;
using Voltloop.Web.Http;
using Voltloop.Web.Preservation;

namespace Voltloop.App.Verbs;

/// <summary><c>preservation</c>: role, lag and back-ups of a node; <c>preservation open|close|cease|resume|forget</c>.</summary>
internal static class PreservationVerb
{
    private static readonly Option<string> Because = new("--because") { Description = "Reason.", HelpName = "TEXT", DefaultValueFactory = _ => "The operator is gone." };
    private static readonly Option<string?> On = new("--on") { Description = "From which day on. Default: now.", HelpName = "DATE" };
    private static readonly Argument<string> Name = new("NAME") { Description = "Name of the back-up as listed." };

    /// <summary>The command.</summary>
    public static Command Build(VerbHost host)
    {
        var command = new Command("preservation", "Say where the node stands: role, log, lag, back-ups. Exit code 1 when a bound is exceeded or following has stopped.\n\nExample: ./run preservation --data ./backup")
        {
            Change(host, new Command("open", "Open a back-up to everybody: the operator is gone.") { Because }, (desk, parsed, _) => desk.OpenAsync(parsed.GetRequiredValue(Because))),
            Change(host, new Command("close", "Put a back-up on standby again."), (desk, _, _) => desk.CloseAsync()),
            Change(host, new Command("cease", "State that the operator ceases; back-ups open then.") { On }, (desk, parsed, cancellation) => desk.CeaseAsync(Moment(parsed), cancellation)),
            Change(host, new Command("resume", "Go on following after a problem."), (desk, _, _) => desk.ResumeAsync()),
            Change(host, new Command("forget", "Forget a back-up that will not come back.") { Name }, (desk, parsed, _) => desk.ForgetAsync(parsed.GetRequiredValue(Name))),
        };
        command.SetAction((parsed, cancellation) => host.ReadAsync(parsed, ShowAsync, cancellation));
        return command;
    }

    private static Command Change(VerbHost host, Command command, Func<PreservationDesk, ParseResult, CancellationToken, Task> change)
    {
        command.SetAction((parsed, cancellation) => host.WriteAsync(
            parsed,
            async context =>
            {
                await change(context.Services.GetRequiredService<PreservationDesk>(), parsed, context.Cancellation);
                await ShowAsync(context);
                return 0;
            },
            cancellation));
        return command;
    }

    private static DateTimeOffset? Moment(ParseResult parsed) => parsed.GetValue(On) is { } day ? TimeParameters.Read(day, "--on") : null;

    private static async Task<int> ShowAsync(VerbContext context)
    {
        var status = context.Services.GetRequiredService<PreservationDesk>().Status();
        await VerbReport.WriteAsync(context, status, string.Join('\n', Lines(status)));
        return status.IsLate || status.IsStopped ? 1 : 0;
    }

    private static IEnumerable<string> Lines(PreservationStatus status)
    {
        yield return FormattableString.Invariant($"{(status.Role == NodeRole.Primary ? "primary" : $"back-up of {status.Primary}")}: {status.Log}, {status.Entries:N0} entries");
        if (status.Root is not null) yield return $"root {status.Root}";
        if (status.LagSeconds is { } lag) yield return FormattableString.Invariant($"complete up to {lag:N1} s ago; the bound is {status.MaxLagSeconds:N0} s");
        if (status.Problem is not null) yield return $"{(status.IsStopped ? "STOPPED" : "waiting")}: {status.Problem}: {status.Detail}";
        if (status.OpenedAt is { } opened) yield return $"open to everybody since {opened:u}: {status.OpenedBecause}";
        if (status.PromotedAt is { } promoted) yield return FormattableString.Invariant($"promoted at {promoted:u} with {status.PromotedWith:N0} entries");
        foreach (var follower in status.Followers)
        {
            yield return FormattableString.Invariant($"back-up {follower.Name} of {follower.Operator}: {follower.EntriesBehind:N0} entries and {follower.SecondsBehind:N1} s behind, asked {follower.SilentSeconds:N1} s ago{(follower.IsLate ? "  LATE" : "")}");
        }

        foreach (var witness in status.Witnesses)
        {
            yield return FormattableString.Invariant($"witness {witness.Name}: {(witness.Entries is { } entries ? $"{entries} entries at {witness.At:u}" : "nothing yet")}{(witness.Problem is null ? "" : $"  {witness.Problem}")}");
        }
    }
}
