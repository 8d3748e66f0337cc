using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Telemetry;
using Voltloop.Record.Things;
using Voltloop.Tests.Compliance.Model;

namespace Voltloop.Tests.Compliance.Sqlite;

/// <summary>Receipts, states and marks of telemetry go with the samples or not at all.</summary>
public sealed class TelemetryStoreTests : IDisposable
{
    private static readonly ThingId Pack = ThingId.Parse("https://id.gs1.org/01/09521234500018/21/STORE-1");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_batch_with_a_receipt_that_is_there_fails_whole()
    {
        await using var record = await OpenAsync();
        await record.WriteAsync(Batch("1", held: 0), TestContext.Current.CancellationToken);
        var again = await Should.ThrowAsync<ProblemException>(() => record.WriteAsync(Batch("1", held: 1) with { Things = [] }, TestContext.Current.CancellationToken));
        again.Problem.Kind.ShouldBe(CommonProblems.Conflict);
        (await record.FindSeriesAsync("urn:voltloop:telemetry:test", TestContext.Current.CancellationToken))!.Samples.ShouldBe(1);
        record.Telemetry.FindTrack(Pack)!.State.ShouldBe("state 0");
        await record.WriteAsync(Batch("2", held: 1), TestContext.Current.CancellationToken);
        record.Telemetry.FindTrack(Pack)!.State.ShouldBe("state 1");
        record.Telemetry.FindReceipt(Pack, "gateway", "2").ShouldBe(42);
        record.Telemetry.FindReceipt(Pack, "gateway", "3").ShouldBeNull();
    }

    [Fact]
    public async Task Marks_before_the_window_go_but_for_the_newest_of_them()
    {
        await using var record = await OpenAsync();
        await record.WriteAsync(Marks([10, 20, 30, 40], double.NegativeInfinity), TestContext.Current.CancellationToken);
        await record.WriteAsync(Marks([50], 35), TestContext.Current.CancellationToken);
        record.Telemetry.FindMark(Pack, 29).ShouldBeNull();
        record.Telemetry.FindMark(Pack, 39)!.At.ShouldBe(30);
        record.Telemetry.FindMark(Pack, 1000)!.At.ShouldBe(50);
    }

    [Fact]
    public async Task Receipts_of_a_sender_go_when_they_are_older_than_its_newest_by_more_than_they_are_kept_for()
    {
        await using var record = await OpenAsync();
        await record.WriteAsync(Receipts([("a", "1", 0), ("a", "2", 100), ("b", "1", 0)]), TestContext.Current.CancellationToken);
        await record.WriteAsync(Receipts([("a", "3", 150), ("c", "1", null)]), TestContext.Current.CancellationToken);
        record.Telemetry.FindReceipt(Pack, "a", "1").ShouldBeNull();
        record.Telemetry.FindReceipt(Pack, "a", "2").ShouldBe(42);
        record.Telemetry.FindReceipt(Pack, "b", "1").ShouldBe(42, "another sender, whose newest is not newer");
        record.Telemetry.FindReceipt(Pack, "c", "1").ShouldBe(42, "without a moment it stays");
    }

    [Fact]
    public async Task What_is_due_is_what_was_not_stated_since()
    {
        await using var record = await OpenAsync();
        await record.WriteAsync(Marks([], double.NegativeInfinity), TestContext.Current.CancellationToken);
        var now = DateTimeOffset.UnixEpoch.AddDays(1);
        record.Telemetry.Due(now, 10).ShouldHaveSingleItem();
        await record.WriteAsync(new WriteBatch { Telemetry = new TelemetryWrite { Stated = [new TelemetryStated(Pack, 100, now)] } }, TestContext.Current.CancellationToken);
        record.Telemetry.Due(now.AddHours(1), 10).ShouldBeEmpty();
        await record.WriteAsync(new WriteBatch { Telemetry = new TelemetryWrite { Tracks = [new TelemetryTrack(Pack, 101, "later")] } }, TestContext.Current.CancellationToken);
        record.Telemetry.Due(now.AddHours(-1), 10).ShouldBeEmpty();
        record.Telemetry.Due(now.AddHours(1), 10).ShouldHaveSingleItem().StatedUpTo.ShouldBe(100);
    }

    private static WriteBatch Batch(string message, long held) => new()
    {
        Series = [new SeriesAppend(new SeriesSpec("urn:voltloop:telemetry:test", Pack, "Telemetry", [new ChannelSpec("unix_time_second", "s")]), [[held]]) { ExpectedSamples = held }],
        Telemetry = new TelemetryWrite { Receipts = [new TelemetryReceipt(Pack, "gateway", message, 42)], Tracks = [new TelemetryTrack(Pack, held, $"state {held}")] },
    };

    private static WriteBatch Receipts((string Source, string Message, double? Newest)[] receipts) => new()
    {
        Telemetry = new TelemetryWrite { Receipts = [.. receipts.Select(one => new TelemetryReceipt(Pack, one.Source, one.Message, 42) { Newest = one.Newest })], ReceiptsFor = 120 },
    };

    private static WriteBatch Marks(double[] at, double from) => new()
    {
        Telemetry = new TelemetryWrite { Tracks = [new TelemetryTrack(Pack, 100, "state") { MarksFrom = from }], Marks = [.. at.Select(one => new TelemetryMark(Pack, one, "mark"))] },
    };

    private async Task<SqliteRecord> OpenAsync()
    {
        var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _folder.Path });
        await record.WriteAsync(new WriteBatch { Things = [new Thing(Pack, ThingKind.Pack, "STORE-1")] }, TestContext.Current.CancellationToken);
        return record;
    }
}
