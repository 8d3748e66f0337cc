using System.CommandLine;
using Voltloop.App.Hosting;
using Voltloop.Record.Sqlite;

namespace Voltloop.App.Verbs;

/// <summary><c>backup FILE</c>: a consistent copy of the store, also while a server writes to it.</summary>
internal static class BackupVerb
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "Where to write the copy; must not exist." };

    private static readonly Option<bool> WithKeys = new("--with-keys")
    {
        Description = "Take the node's private keys along, so that a restored node comes back under its own name. Whoever reads the file can then sign as the node.",
    };

    /// <summary>The command.</summary>
    public static Command Build(VerbHost host)
    {
        var command = new Command("backup", "Copy the store to a file, consistently, also while a server writes.\n\nExample: ./run backup /backups/voltloop-2027-02-18.db") { File, WithKeys };
        command.SetAction((parsed, cancellation) => host.ReadAsync(
            parsed,
            async context =>
            {
                var target = parsed.GetRequiredValue(File);
                await context.Services.GetRequiredService<SqliteRecord>().BackupAsync(target.FullName, parsed.GetValue(WithKeys), context.Cancellation);
                target.Refresh();
                await VerbReport.WriteAsync(context, new { file = target.FullName, bytes = target.Length }, $"{target.FullName}: {target.Length:N0} bytes");
                return 0;
            },
            cancellation));
        return command;
    }
}
