using System.CommandLine;
using Voltloop.App.Hosting;
using Voltloop.Web.Preservation;

namespace Voltloop.App.Verbs;

/// <summary><c>promote</c>: a back-up takes writes from now on.</summary>
internal static class PromoteVerb
{
    private static readonly Option<string> Because = new("--because") { Description = "Reason; it stands in the record.", HelpName = "TEXT", DefaultValueFactory = _ => "The primary is gone." };

    /// <summary>The command.</summary>
    public static Command Build(VerbHost host)
    {
        var command = new Command("promote", "Make the back-up in --data take writes. Stop its server first, or use its page /preservation.\n\nExample: ./run promote --because \"fire in hall 3\" --data ./backup") { Because };
        command.SetAction((parsed, cancellation) => host.WriteAsync(
            parsed,
            async context =>
            {
                var desk = context.Services.GetRequiredService<PreservationDesk>();
                await desk.PromoteAsync(parsed.GetRequiredValue(Because), force: true, context.Cancellation);
                var status = desk.Status();
                await VerbReport.WriteAsync(context, status, $"{host.Directory(parsed)} takes writes as {status.Log}.\nIt goes on with {status.PromotedWith} entries.");
                return 0;
            },
            cancellation));
        return command;
    }
}
