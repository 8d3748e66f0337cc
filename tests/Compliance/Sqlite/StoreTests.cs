using System.Security.Cryptography;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Provenance;
using Voltloop.Core.Time;
using Voltloop.Record.Documents;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Sqlite.Operations;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;
using Voltloop.Tests.Compliance.Model;

namespace Voltloop.Tests.Compliance.Sqlite;

/// <summary>What only a store in a file can do or suffer.</summary>
public sealed class StoreTests : IDisposable
{
    private static readonly ThingId Cell = ThingId.Parse("https://example.com/cell");
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();

    private string Store => Path.Combine(_folder.Path, "store");

    private string DatabaseFile => Path.Combine(Store, SqliteRecord.FileName);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_written_is_there_after_opening_again()
    {
        var before = await WriteSample(100);

        await using var record = Open();
        (await record.ReadStatementsAsync(Cell, AsOf.Latest)).Count.ShouldBe(1);
        var after = await record.WriteAsync(Facts(1));
        after.RecordedAt.ShouldBeGreaterThan(before.RecordedAt);
        after.FirstAssertion.ShouldBe(before.FirstAssertion + 1);
    }

    [Fact]
    public async Task A_second_writer_is_refused_and_told_which_process_writes()
    {
        await using var record = Open();

        var problem = Should.Throw<ProblemException>(() => Open()).Problem;

        problem.Kind.ShouldBe(RecordProblems.StoreInUse);
        problem.Detail.ShouldContain($"Process {Environment.ProcessId} ");
    }

    [Fact]
    public async Task The_lock_goes_with_its_holder()
    {
        await Open().DisposeAsync();
        await using var again = Open();
        (await again.WriteAsync(new WriteBatch { Things = [new Thing(Cell, ThingKind.Cell, "Cell")] })).NewThings.ShouldBe(1);
    }

    [Fact]
    public async Task A_reader_beside_the_writer_sees_each_acknowledged_write()
    {
        await using var writer = Open();
        await using var reader = Open(readOnly: true);
        await writer.WriteAsync(new WriteBatch { Things = [new Thing(Cell, ThingKind.Cell, "Cell")] });
        for (var i = 1; i <= 20; i++)
        {
            await writer.WriteAsync(Facts(1));
            (await reader.ReadHistoryAsync(new HistoryQuery(Cell))).Items.Count.ShouldBe(i);
        }

        (await Should.ThrowAsync<ProblemException>(() => reader.WriteAsync(Facts(1)))).Problem.Kind.ShouldBe(RecordProblems.StoreReadOnly);
    }

    [Fact]
    public async Task A_store_without_a_writer_can_be_read()
    {
        await WriteSample(10);
        await using var reader = Open(readOnly: true);
        (await reader.FindThingAsync(Cell)).ShouldNotBeNull();
    }

    [Fact]
    public void Reading_where_there_is_no_store_is_a_named_problem() =>
        Should.Throw<ProblemException>(() => Open(readOnly: true)).Problem.Kind.ShouldBe(RecordProblems.StoreMissing);

    [Fact]
    public async Task A_closed_record_says_so()
    {
        var record = Open();
        await record.DisposeAsync();
        (await Should.ThrowAsync<ProblemException>(() => record.WriteAsync(new WriteBatch()))).Problem.Kind.ShouldBe(RecordProblems.StoreClosed);
        (await Should.ThrowAsync<ProblemException>(() => record.FindThingAsync(Cell).AsTask())).Problem.Kind.ShouldBe(RecordProblems.StoreClosed);
    }

    [Fact]
    public async Task Closing_twice_is_harmless_also_for_the_next_writer()
    {
        var first = Open();
        await first.DisposeAsync();
        await using var second = Open();
        await first.DisposeAsync();
        Should.Throw<ProblemException>(() => Open()).Problem.Detail.ShouldContain($"Process {Environment.ProcessId} ");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_is_a_named_problem()
    {
        await File.WriteAllTextAsync(Store, "a file");
        Should.Throw<ProblemException>(() => Open()).Problem.Kind.ShouldBe(RecordProblems.StoreFailed);
    }

    [Fact]
    public async Task A_backup_that_is_called_off_leaves_nothing_behind()
    {
        await WriteSample(5000);
        var backup = Path.Combine(_folder.Path, "backup.db");
        await using var record = Open(readOnly: true);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => record.BackupAsync(backup, cancelled.Token));

        Directory.EnumerateFiles(_folder.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_store_from_a_newer_version_is_refused_and_left_alone(bool readOnly)
    {
        await WriteSample(10);
        Change($"PRAGMA user_version = {Schema.Newest + 1}");
        var before = SHA256.HashData(await File.ReadAllBytesAsync(DatabaseFile));

        Should.Throw<ProblemException>(() => Open(readOnly)).Problem.Kind.ShouldBe(RecordProblems.StoreTooNew);

        SHA256.HashData(await File.ReadAllBytesAsync(DatabaseFile)).ShouldBe(before);
    }

    [Fact]
    public void A_database_of_something_else_is_refused()
    {
        Directory.CreateDirectory(Store);
        Change("CREATE TABLE other (x)");
        Should.Throw<ProblemException>(() => Open()).Problem.Kind.ShouldBe(RecordProblems.StoreCorrupt);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.98)]
    public async Task A_cut_off_file_is_refused(double share)
    {
        await WriteSample(2000);
        await using (var file = File.OpenWrite(DatabaseFile))
        {
            file.SetLength((long)(file.Length * share));
        }

        Should.Throw<ProblemException>(() => Open()).Problem.Kind.ShouldBe(RecordProblems.StoreCorrupt);
        Should.Throw<ProblemException>(() => Open(readOnly: true)).Problem.Kind.ShouldBe(RecordProblems.StoreCorrupt);
    }

    [Fact]
    public async Task A_file_of_noise_is_refused()
    {
        Directory.CreateDirectory(Store);
        var noise = new byte[100_000];
        new Random(1).NextBytes(noise);
        await File.WriteAllBytesAsync(DatabaseFile, noise);

        Should.Throw<ProblemException>(() => Open()).Problem.Kind.ShouldBe(RecordProblems.StoreCorrupt);
    }

    [Fact]
    public async Task A_full_disk_refuses_whole_batches_and_writing_goes_on_when_there_is_room()
    {
        await using (var full = SqliteRecord.Open(new SqliteRecordOptions { Directory = Store, MaxPages = 150 }))
        {
            await full.WriteAsync(new WriteBatch { Things = [new Thing(Cell, ThingKind.Cell, "Cell")] });
            var written = 0;
            var problem = await Should.ThrowAsync<ProblemException>(async () =>
            {
                for (; written < 100; written++)
                {
                    await full.WriteAsync(Facts(100));
                }
            });
            problem.Problem.Kind.ShouldBe(RecordProblems.StoreFull);
            written.ShouldBeGreaterThan(2);
            (await CountHistory(full)).ShouldBe(written * 100);
            (await full.WriteAsync(Facts(1))).FirstAssertion.ShouldBe(written + 1);
            (await full.ExamineAsync(new DoctorOptions())).Faults.ShouldBeEmpty();
        }

        await using var record = Open();
        (await record.WriteAsync(Facts(1000))).Statements.ShouldBe(1000);
    }

    [Fact]
    public async Task In_a_full_store_a_small_batch_of_the_same_commit_still_succeeds()
    {
        await using var full = SqliteRecord.Open(new SqliteRecordOptions { Directory = Store, MaxPages = 150 });
        await full.WriteAsync(new WriteBatch { Things = [new Thing(Cell, ThingKind.Cell, "Cell")] });

        var big = Enumerable.Range(0, 4).Select(_ => full.WriteAsync(Facts(10_000))).ToList();
        var small = Enumerable.Range(0, 4).Select(_ => full.WriteAsync(Facts(1))).ToList();

        await Task.WhenAll(small);
        foreach (var write in big)
        {
            (await Should.ThrowAsync<ProblemException>(() => write)).Problem.Kind.ShouldBe(RecordProblems.StoreFull);
        }

        (await CountHistory(full)).ShouldBe(4);
    }

    [Fact]
    [Trait("Requirement", "18221-3")]
    [Trait("Requirement", "LAW-10")]
    public async Task A_backup_taken_during_writes_is_one_consistent_state()
    {
        var backup = Path.Combine(_folder.Path, "backup.db");
        await using var record = Open();
        await record.WriteAsync(new WriteBatch { Things = [new Thing(Cell, ThingKind.Cell, "Cell")] });
        for (var i = 0; i < 20; i++)
        {
            await record.WriteAsync(Rich(i));
        }

        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            var number = 20;
            for (; !stop.IsCancellationRequested; number++)
            {
                await record.WriteAsync(Rich(number));
            }

            return number;
        });
        var before = (await record.ReadHistoryAsync(new HistoryQuery(Cell) { Limit = 1 })).Items[0].Assertion;
        await record.BackupAsync(backup);
        await stop.CancelAsync();
        var after = await writing;

        await CheckBackup(record, backup, (before, after));
    }

    [Fact]
    public async Task A_backup_does_not_overwrite_and_restore_does_not_mix()
    {
        await WriteSample(10);
        var backup = Path.Combine(_folder.Path, "backup.db");
        await using (var record = Open(readOnly: true))
        {
            await record.BackupAsync(backup);
            (await Should.ThrowAsync<ProblemException>(() => record.BackupAsync(backup))).Problem.Kind.ShouldBe(RecordProblems.TargetNotEmpty);
        }

        Should.Throw<ProblemException>(() => SqliteRecord.Restore(backup, Store)).Problem.Kind.ShouldBe(RecordProblems.TargetNotEmpty);
    }

    [Fact]
    [Trait("Requirement", "18221-3")]
    public async Task A_damaged_backup_is_not_restored()
    {
        await WriteSample(2000);
        var backup = Path.Combine(_folder.Path, "backup.db");
        await using (var record = Open(readOnly: true))
        {
            await record.BackupAsync(backup);
        }

        var bytes = await File.ReadAllBytesAsync(backup);
        bytes.AsSpan(bytes.Length / 2, 8192).Fill(0x5A);
        await File.WriteAllBytesAsync(backup, bytes);

        var target = Path.Combine(_folder.Path, "target");
        Should.Throw<ProblemException>(() => SqliteRecord.Restore(backup, target)).Problem.Kind.ShouldBe(RecordProblems.StoreCorrupt);
        Directory.Exists(target).ShouldBeFalse();
    }

    [Theory]
    [InlineData("UPDATE statement SET value = '7' WHERE ordinal = 1", "assertion 1")]
    [InlineData("UPDATE statement SET lower = 0.5 WHERE ordinal = 0", "assertion 1")]
    [InlineData("DELETE FROM statement WHERE ordinal = 2", "assertion 1")]
    [InlineData("UPDATE evidence SET method = 'other'", "assertion 1")]
    [InlineData("UPDATE assertion SET seq = seq + 1; UPDATE statement SET seq = seq + 1", "missing")]
    [InlineData("UPDATE chunk SET bytes = CAST(substr(bytes, 1, length(bytes) - 1) || x'FF' AS BLOB)", "chunk")]
    [InlineData("UPDATE document_part SET bytes = x'00'", "Document")]
    [InlineData("UPDATE series SET samples = samples + 1", "samples")]
    [InlineData("DELETE FROM thing", "missing row")]
    public async Task The_doctor_finds_what_was_changed_behind_the_record(string change, string fault)
    {
        await using (var record = Open())
        {
            await record.WriteAsync(new WriteBatch { Things = [new Thing(Cell, ThingKind.Cell, "Cell")] });
            await record.WriteAsync(Rich(1));
            (await record.ExamineAsync(new DoctorOptions())).Faults.ShouldBeEmpty();
        }

        Change(change);

        await using var changed = Open();
        var report = await changed.ExamineAsync(new DoctorOptions());
        report.IsSound.ShouldBeFalse();
        report.Faults.ShouldContain(f => f.Contains(fault));
    }

    [Fact]
    public async Task The_doctor_counts()
    {
        await WriteSample(10);
        await using var record = Open();

        var report = await record.ExamineAsync(new DoctorOptions());

        (report.IsSound, report.SchemaVersion, report.AssertionsChecked, report.ChunksChecked, report.DocumentsChecked).ShouldBe((true, Schema.Newest, 1, 2, 1));
        report.Counts["statement"].ShouldBe(10);
        report.Counts["thing"].ShouldBe(1);
        report.FileBytes.ShouldBeGreaterThan(4096);
        report.SqliteVersion.ShouldStartWith("3.");
    }

    [Fact]
    public async Task A_write_that_was_cancelled_before_its_turn_is_not_made()
    {
        await using var record = Open();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => record.WriteAsync(new WriteBatch { Things = [new Thing(Cell, ThingKind.Cell, "Cell")] }, cancelled.Token));

        (await record.FindThingAsync(Cell)).ShouldBeNull();
    }

    private static WriteBatch Facts(int count) => new()
    {
        Assertions = [new Assertion("issuer", [.. Enumerable.Range(0, count).Select(i => Fact(i))])],
    };

    private static Statement Fact(int i) => new(Cell, "soh", StatementValue.Of(100.0 - i), Day.AddSeconds(i))
    {
        Unit = "%",
        Uncertainty = new Interval(90 - i, 110 - i, 0.95),
        Evidence = new Evidence("method", "reference", "validity", ["input"]),
    };

    private static WriteBatch Rich(int number) => Facts(20) with
    {
        Documents = [new DocumentContent("d", "text/plain", BitConverter.GetBytes(number))],
        Series = [new SeriesAppend(new SeriesSpec("urn:s", Cell, "S", [new("t", "s"), new("v", "V")]), [[number, number + 0.5], [1.5, 1.25]])],
    };

    private static async Task<int> CountHistory(IRecordReader record)
    {
        var page = await record.ReadHistoryAsync(new HistoryQuery(Cell) { Limit = 10_000 });
        return page.Items.Count;
    }

    private async Task CheckBackup(SqliteRecord record, string backup, (long Before, int After) batches)
    {
        var target = Path.Combine(_folder.Path, "restored");
        SqliteRecord.Restore(backup, target);
        await using var restored = SqliteRecord.Open(new SqliteRecordOptions { Directory = target });
        (await restored.ExamineAsync(new DoctorOptions())).Faults.ShouldBeEmpty();
        var newest = (await restored.ReadHistoryAsync(new HistoryQuery(Cell) { Limit = 1 })).Items[0];
        newest.Assertion.ShouldBeInRange(batches.Before, batches.After);
        var known = new HistoryQuery(Cell) { KnownAt = newest.RecordedAt, Limit = 10_000 };
        var mine = await record.ReadHistoryAsync(known);
        var theirs = await restored.ReadHistoryAsync(known);
        theirs.Items.Select(s => s.ToString()).ShouldBe(mine.Items.Select(s => s.ToString()));
        (await restored.FindSeriesAsync("urn:s"))!.Samples.ShouldBe(newest.Assertion * 2);
        (await restored.WriteAsync(Rich(-1))).FirstAssertion.ShouldBe(newest.Assertion + 1);
    }

    private async Task<WriteReceipt> WriteSample(int facts)
    {
        await using var record = Open();
        return await record.WriteAsync(Facts(facts) with
        {
            Things = [new Thing(Cell, ThingKind.Cell, "Cell")],
            Series = Rich(1).Series,
            Documents = Rich(1).Documents,
        });
    }

    private SqliteRecord Open(bool readOnly = false) => SqliteRecord.Open(new SqliteRecordOptions { Directory = Store, ReadOnly = readOnly });

    private void Change(string sql)
    {
        using var database = Database.OpenForWriting(DatabaseFile);
        database.Execute("PRAGMA foreign_keys = OFF");
        database.Execute(sql);
    }
}
