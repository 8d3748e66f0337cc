using Voltloop.Record.Log;
using Voltloop.Record.Statements;

namespace Voltloop.Record.Ports;

/// <summary>Works out what holds after a write from what held before, without asking the record again.</summary>
internal static class HeldStatements
{
    /// <summary>The statements of a batch as the record would give them back, in their order.</summary>
    public static IEnumerable<RecordedStatement> Of(WriteBatch batch, WriteReceipt receipt) => batch.Assertions.SelectMany((assertion, place) => assertion.Statements.Select(
        (statement, ordinal) => new RecordedStatement(statement with { ValidFrom = RecordTime.Cut(statement.ValidFrom) }, receipt.FirstAssertion + place, ordinal, assertion.Issuer, receipt.RecordedAt)));

    /// <summary>What holds of a thing after more was stated; <c>null</c> when only the record can tell.</summary>
    /// <param name="held">What holds, one statement per term, ordered by term.</param>
    /// <param name="written">What was stated about the thing; writes may be told in any order.</param>
    public static RecordedStatement[]? After(IReadOnlyList<RecordedStatement> held, IEnumerable<RecordedStatement> written)
    {
        RecordedStatement[] after = [.. held];
        foreach (var stated in written)
        {
            // An end, a retraction, and a term of which nothing holds need the whole history of the term.
            var place = stated.Statement.Kind == StatementKind.Value ? PlaceOf(after, stated.Statement.Term) : -1;
            if (place < 0) return null;
            if (IsLater(stated, after[place])) after[place] = stated;
        }

        return after;
    }

    private static bool IsLater(RecordedStatement one, RecordedStatement other) =>
        (one.Statement.ValidFrom, one.Assertion, one.Ordinal).CompareTo((other.Statement.ValidFrom, other.Assertion, other.Ordinal)) > 0;

    private static int PlaceOf(RecordedStatement[] held, string term)
    {
        for (var (low, high) = (0, held.Length - 1); low <= high;)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(held[middle].Statement.Term, term);
            if (order == 0) return middle;
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
