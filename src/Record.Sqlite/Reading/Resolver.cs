using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Statements;

namespace Voltloop.Record.Sqlite.Reading;

/// <summary>
/// Finds what holds at a moment: per term the latest validity not after it, of that the latest statement known. A
/// retraction passes on to the validity before; an end means that there is nothing.
/// </summary>
internal sealed class Resolver(Database database, Names names)
{
    // After so many rows that do not matter, one seek is cheaper than reading on.
    private const int Patience = 24;

    private const string OfThing = $"SELECT {StatementRow.Columns} FROM statement WHERE thing_id = ?1 AND term_id > ?2 "
        + "ORDER BY term_id, valid_from DESC, seq DESC, ordinal DESC";

    private const string OfTerm = $"SELECT {StatementRow.Columns} FROM statement WHERE thing_id = ?1 AND term_id = ?2 AND valid_from <= ?3 "
        + "ORDER BY valid_from DESC, seq DESC, ordinal DESC";

    /// <summary>One statement per term of a thing, in no particular order.</summary>
    public List<RecordedStatement> Thing(long thing, Moment at)
    {
        var found = new List<RecordedStatement>();
        for (long? after = long.MinValue; after is { } term;)
        {
            after = ReadOn((thing, term), at, found);
        }

        return found;
    }

    /// <summary>What holds for one term of a thing, or <c>null</c>.</summary>
    public RecordedStatement? Term((long Thing, long Term) of, Moment at)
    {
        using var rows = database.Get(OfTerm).Bind(1, of.Thing).Bind(2, of.Term).Bind(3, at.ValidAt);
        var retracted = (long?)null;
        while (rows.Step())
        {
            if (Decide(rows, at, ref retracted) is { } holds)
            {
                return holds ? StatementRow.Read(rows, database, names) : null;
            }
        }

        return null;
    }

    // Reads terms one after the other; returns the term to seek behind when one has too many rows, null at the end.
    private long? ReadOn((long Thing, long AfterTerm) of, Moment at, List<RecordedStatement> found)
    {
        using var rows = database.Get(OfThing).Bind(1, of.Thing).Bind(2, of.AfterTerm);
        var current = new TermState(of.AfterTerm);
        while (rows.Step())
        {
            var term = rows.Integer(StatementRow.Term);
            current = term == current.Term ? current : new TermState(term);
            if (current.Decided is null)
            {
                current.Decided = Decide(rows, at, ref current.Retracted);
                Add(current.Decided, rows, found);
            }

            if (++current.Rows > Patience)
            {
                Add(current.Decided is null ? Term((of.Thing, term), at) : null, found);
                return term;
            }
        }

        return null;
    }

    private void Add(bool? holds, Query rows, List<RecordedStatement> found)
    {
        if (holds == true)
        {
            found.Add(StatementRow.Read(rows, database, names));
        }
    }

    private static void Add(RecordedStatement? statement, List<RecordedStatement> found)
    {
        if (statement is not null)
        {
            found.Add(statement);
        }
    }

    // True: this row holds. False: there is no value. Null: read on.
    private static bool? Decide(Query row, Moment at, ref long? retracted)
    {
        var validFrom = row.Integer(StatementRow.ValidFrom);
        if (validFrom > at.ValidAt || row.Integer(StatementRow.Seq) > at.LastSeq || validFrom == retracted)
        {
            return null;
        }

        var kind = (StatementKind)row.Integer(StatementRow.Kind);
        if (kind != StatementKind.Retracted)
        {
            return kind == StatementKind.Value;
        }

        retracted = validFrom;
        return null;
    }

    private struct TermState(long term)
    {
        public long Term = term;
        public int Rows;
        public bool? Decided;
        public long? Retracted;
    }
}
