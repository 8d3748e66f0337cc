using Voltloop.Core.Provenance;
using Voltloop.Record.Log;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Statements;

namespace Voltloop.Record.Sqlite.Reading;

/// <summary>Makes statements of rows that select <see cref="Columns"/>.</summary>
internal static class StatementRow
{
    public const string Columns = "thing_id, term_id, valid_from, seq, ordinal, kind, value, unit_id, lower, upper, level, evidence_id";

    /// <summary>The columns of a table under another name.</summary>
    public static string ColumnsOf(string table) => string.Join(", ", Columns.Split(", ").Select(c => $"{table}.{c}"));

    public const int Ordinal = 4;
    public const int Term = 1;
    public const int ValidFrom = 2;
    public const int Seq = 3;
    public const int Kind = 5;
    private const int Unit = 7;
    private const int Lower = 8;

    public static RecordedStatement Read(Query row, Database database, Names names)
    {
        var statement = new Statement(
            names.Thing(database, row.Integer(0)),
            names.Term(database, row.Integer(Term)),
            StatementValue.FromStoredJson(row.Text(6)),
            RecordTime.FromMicroseconds(row.Integer(ValidFrom)))
        {
            Kind = (StatementKind)row.Integer(Kind),
            Unit = row.IsNull(Unit) ? null : names.Unit(database, row.Integer(Unit)),
            Uncertainty = row.IsNull(Lower) ? null : new Interval(row.Real(Lower), row.Real(9), row.Real(10)),
            Evidence = names.Evidence(database, row.Integer(11)),
        };
        var seq = row.Integer(Seq);
        var (issuer, recordedAt) = names.Assertion(database, seq);
        return new RecordedStatement(statement, seq, (int)row.Integer(Ordinal), issuer, recordedAt);
    }
}
