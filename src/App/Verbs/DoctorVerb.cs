using System.CommandLine;
using Voltloop.App.Hosting;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Sqlite.Operations;

namespace Voltloop.App.Verbs;

/// <summary><c>doctor</c>: examines the store and says how it is.</summary>
internal static class DoctorVerb
{
    private static readonly Option<int> Every = new("--every")
    {
        Description = "Recompute the Merkle root of every N-th assertion and the checksum of every N-th chunk.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    /// <summary>The command.</summary>
    public static Command Build(VerbHost host)
    {
        var command = new Command("doctor", "Examine the store: integrity, counts, sizes, versions. Exit code 1 when something is wrong.\n\nExample: ./run doctor --every 100") { Every };
        command.SetAction((parsed, cancellation) => host.ReadAsync(
            parsed,
            async context =>
            {
                var record = context.Services.GetRequiredService<SqliteRecord>();
                var report = await record.ExamineAsync(new DoctorOptions { EveryNth = parsed.GetValue(Every) }, context.Cancellation);
                await VerbReport.WriteAsync(context, report, Text(report));
                return report.IsSound ? 0 : 1;
            },
            cancellation));
        return command;
    }

    private static string Text(DoctorReport report) => string.Join('\n', new[]
    {
        report.IsSound ? "The store is sound." : "The store is damaged:",
    }
    .Concat(report.Faults.Select(fault => $"  {fault}"))
    .Append($"{report.Path}: schema {report.SchemaVersion}, SQLite {report.SqliteVersion}, {report.FileBytes:N0} bytes and {report.LogBytes:N0} in the log")
    .Append($"checked: {report.AssertionsChecked:N0} assertions, {report.ChunksChecked:N0} chunks, {report.DocumentsChecked:N0} documents")
    .Concat(report.Counts.Select(count => $"  {count.Key,-16}{count.Value,14:N0}")));
}
