using System.Security.Cryptography;
using System.Text;
using Voltloop.Core.Identities;
using Voltloop.Health.ImportCapacityTables;
using Voltloop.Health.ImportTimeSeries;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;

namespace Voltloop.Tests.Unit.Health;

/// <summary>Shorthands for tests of importers.</summary>
internal static class Import
{
    public const string Cell = "https://id.voltloop.example/01/09521234500018/21/TEST-1";

    public static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static readonly ImportOptions Options = new("https://voltloop.example/tester", Now) { Thing = ThingId.Parse(Cell) };

    public static ImportSource Source(byte[] bytes, string name = "file.csv") => new(name, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    public static ImportSource Source(string text) => Source(Encoding.UTF8.GetBytes(text));

    public static Task<ImportPlan> TableAsync(string text, IRecordReader? record = null, ImportOptions? options = null) =>
        TableAsync(Source(text), record, options);

    public static Task<ImportPlan> TableAsync(ImportSource source, IRecordReader? record = null, ImportOptions? options = null) =>
        new CapacityTableImporter().PlanAsync(source, options ?? Options, record ?? new MemoryRecord(), CancellationToken.None);

    public static Task<ImportPlan> SeriesAsync(string text, IRecordReader? record = null, ImportOptions? options = null) =>
        SeriesAsync(Source(text), record, options);

    public static Task<ImportPlan> SeriesAsync(ImportSource source, IRecordReader? record = null, ImportOptions? options = null) =>
        new TimeSeriesImporter().PlanAsync(source, options ?? Options, record ?? new MemoryRecord(), CancellationToken.None);

    public static Statement Statement(this ImportPlan plan, string term) =>
        plan.Batch.Assertions.ShouldHaveSingleItem().Statements.Single(one => one.Term == term);

    public static double Number(this ImportPlan plan, string term) => plan.Statement(term).Value.AsNumber()!.Value;

    /// <summary>The plan is refused, with this code at this line, and would write nothing.</summary>
    public static void ShouldRefuse(this ImportPlan plan, string code, string? location)
    {
        plan.CanCommit.ShouldBeFalse();
        plan.AlreadyImported.ShouldBeFalse();
        plan.Batch.Series.ShouldBeEmpty();
        plan.Batch.Assertions.ShouldBeEmpty();
        plan.Batch.Things.ShouldBeEmpty();
        plan.Findings.ShouldContain(finding => finding.Severity == FindingSeverity.Error && finding.Code == code && finding.Location == location,
            string.Join('\n', plan.Findings));
    }

    /// <summary>Samples of a channel.</summary>
    public static double[] Column(this ImportPlan plan, string name)
    {
        var series = plan.Batch.Series.ShouldHaveSingleItem();
        return series.Columns[series.Spec.Channels.ToList().FindIndex(channel => channel.Name == name)];
    }

    /// <summary>The plan can be written and says that this rule changed this many rows of the file.</summary>
    public static ImportPlan ShouldMend(this ImportPlan plan, string rule, long rows)
    {
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        plan.Findings.ShouldContain(finding => finding.Code == rule && finding.Severity == FindingSeverity.Warning, string.Join('\n', plan.Findings));
        plan.Repairs.ShouldContain(repair => repair.Rule == rule && repair.Rows == rows && repair.IsMended, string.Join('\n', plan.Repairs));
        return plan;
    }
}
