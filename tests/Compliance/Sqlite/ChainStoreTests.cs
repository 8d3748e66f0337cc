using Voltloop.Record.Between;
using Voltloop.Record.Sqlite;
using Voltloop.Tests.Compliance.Model;

namespace Voltloop.Tests.Compliance.Sqlite;

/// <summary>Answers of other nodes and their questions, also after the store was opened again, and beside a process that writes it.</summary>
public sealed class ChainStoreTests : IDisposable
{
    private static readonly DateTimeOffset Day = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_latest_answer_to_each_question_is_kept()
    {
        await using (var record = Open(readOnly: false))
        {
            record.Chain.Keep(Answer("recall", "first", Day));
            record.Chain.Keep(Answer("audit", "other", Day.AddHours(1)));
            record.Chain.Keep(Answer("recall", "second", Day.AddHours(2)));
            await using var beside = Open(readOnly: true);
            beside.Chain.Keep(Answer("repair", "beside", Day.AddHours(3)));
        }

        await using var again = Open(readOnly: false);
        again.Chain.Find("did:web:a.example", "urn:x:1", "up", "recall").ShouldBe(Answer("recall", "second", Day.AddHours(2)));
        again.Chain.Find("did:web:a.example", "urn:x:1", "down", "recall").ShouldBeNull();
        again.Chain.Answers(10).Select(answer => answer.Token).ShouldBe(["beside", "second", "other"]);
        again.Chain.Answers(1).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_identifier_is_taken_once_from_each_asker_also_after_a_restart()
    {
        await using (var record = Open(readOnly: false))
        {
            record.Chain.TryNote(Question("a", "1", Day)).ShouldBeTrue();
            record.Chain.TryNote(Question("b", "1", Day)).ShouldBeTrue();
            record.Chain.TryNote(Question("a", "1", Day)).ShouldBeFalse();
        }

        await using var again = Open(readOnly: false);
        again.Chain.TryNote(Question("a", "1", Day.AddMinutes(1))).ShouldBeFalse();
        again.Chain.TryNote(Question("a", "2", Day.AddMinutes(1))).ShouldBeTrue();
        again.Chain.Questions(10).ShouldBe([Question("a", "2", Day.AddMinutes(1)), Question("a", "1", Day), Question("b", "1", Day)]);
        again.Chain.TryNote(Question("c", "1", Day.AddDays(IChainStore.QuestionDays + 1))).ShouldBeTrue();
        again.Chain.Questions(10).ShouldHaveSingleItem("old questions go");
    }

    [Fact]
    public async Task A_backup_file_takes_answers_and_questions_along_and_a_restored_node_still_refuses_a_question_sent_again()
    {
        using var elsewhere = new TempFolder();
        var (file, restored) = (Path.Combine(elsewhere.Path, "backup.db"), Path.Combine(elsewhere.Path, "restored"));
        await using (var record = Open(readOnly: false))
        {
            record.Chain.Keep(Answer("recall", "kept", Day));
            record.Chain.TryNote(Question("a", "1", Day)).ShouldBeTrue();
            await record.BackupAsync(file, TestContext.Current.CancellationToken);
            record.Chain.Keep(Answer("recall", "later", Day.AddHours(1)));
        }

        SqliteRecord.Restore(file, restored);
        await using var again = SqliteRecord.Open(new SqliteRecordOptions { Directory = restored });
        again.Chain.Find("did:web:a.example", "urn:x:1", "up", "recall").ShouldBe(Answer("recall", "kept", Day));
        again.Chain.Questions(10).ShouldBe([Question("a", "1", Day)]);
        again.Chain.TryNote(Question("a", "1", Day.AddMinutes(1))).ShouldBeFalse();
    }

    private SqliteRecord Open(bool readOnly) => SqliteRecord.Open(new SqliteRecordOptions { Directory = _folder.Path, ReadOnly = readOnly });

    private static KeptAnswer Answer(string purpose, string token, DateTimeOffset at) =>
        new("did:web:a.example", "urn:x:1", "up", purpose) { AnsweredAt = at, Until = at.AddDays(1), Token = token };

    private static AnsweredQuestion Question(string asker, string id, DateTimeOffset at) =>
        new(asker, id, at) { Thing = "urn:x:1", Direction = "up", Purpose = "recall", Outcome = "partner", Events = 2 };
}
