using Voltloop.Record.Between;
using Voltloop.Record.Log;
using Voltloop.Record.Sqlite.Access;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Between;

/// <summary>Answers and questions between nodes, over the connection that accounts have too.</summary>
internal sealed class SqliteChainStore(AccessConnection connection) : IChainStore
{
    private const string Answer = "holder, thing, direction, purpose, answered_at, until, token";
    private const string Question = "asker, id, at, thing, direction, purpose, outcome, events";

    public void Keep(KeptAnswer answer) => connection.Change(database => database.Get($"INSERT OR REPLACE INTO chain_answer ({Answer}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .Bind(1, answer.Holder).Bind(2, answer.Thing).Bind(3, answer.Direction).Bind(4, answer.Purpose)
        .Bind(5, RecordTime.ToMicroseconds(answer.AnsweredAt)).Bind(6, RecordTime.ToMicroseconds(answer.Until)).Bind(7, answer.Token).Run());

    public KeptAnswer? Find(string holder, string thing, string direction, string purpose) => connection.Use(database =>
    {
        using var row = database.Get($"SELECT {Answer} FROM chain_answer WHERE holder = ?1 AND thing = ?2 AND direction = ?3 AND purpose = ?4")
            .Bind(1, holder).Bind(2, thing).Bind(3, direction).Bind(4, purpose);
        return row.Step() ? ReadAnswer(row) : null;
    });

    public IReadOnlyList<KeptAnswer> Answers(int limit) => connection.Use(database =>
    {
        using var row = database.Get($"SELECT {Answer} FROM chain_answer ORDER BY answered_at DESC, holder, thing LIMIT ?1").Bind(1, limit);
        var found = new List<KeptAnswer>();
        while (row.Step()) found.Add(ReadAnswer(row));
        return (IReadOnlyList<KeptAnswer>)found;
    });

    public bool TryNote(AnsweredQuestion question)
    {
        var isNew = false;
        connection.Change(database =>
        {
            database.Get("DELETE FROM chain_question WHERE at < ?1").Bind(1, RecordTime.ToMicroseconds(question.At.AddDays(-IChainStore.QuestionDays))).Run();
            using var row = database.Get($"INSERT INTO chain_question ({Question}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING RETURNING 1")
                .Bind(1, question.Asker).Bind(2, question.Id).Bind(3, RecordTime.ToMicroseconds(question.At)).Bind(4, question.Thing)
                .Bind(5, question.Direction).Bind(6, question.Purpose).Bind(7, question.Outcome).Bind(8, question.Events);
            isNew = row.Step();
        });
        return isNew;
    }

    public IReadOnlyList<AnsweredQuestion> Questions(int limit) => connection.Use(database =>
    {
        using var row = database.Get($"SELECT {Question} FROM chain_question ORDER BY at DESC, asker, id LIMIT ?1").Bind(1, limit);
        var found = new List<AnsweredQuestion>();
        while (row.Step()) found.Add(ReadQuestion(row));
        return (IReadOnlyList<AnsweredQuestion>)found;
    });

    private static KeptAnswer ReadAnswer(Query row) => new(row.Text(0), row.Text(1), row.Text(2), row.Text(3))
    {
        AnsweredAt = RecordTime.FromMicroseconds(row.Integer(4)), Until = RecordTime.FromMicroseconds(row.Integer(5)), Token = row.Text(6),
    };

    private static AnsweredQuestion ReadQuestion(Query row) => new(row.Text(0), row.Text(1), RecordTime.FromMicroseconds(row.Integer(2)))
    {
        Thing = row.Text(3), Direction = row.Text(4), Purpose = row.Text(5), Outcome = row.Text(6), Events = (int)row.Integer(7),
    };
}
