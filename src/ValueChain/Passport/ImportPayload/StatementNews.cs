using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;

namespace Voltloop.Passport.ImportPayload;

/// <summary>Tells what the record does not hold yet, so that importing a file twice writes it once.</summary>
internal sealed class StatementNews(IRecordReader record)
{
    private const int HistoryDepth = 1000;
    private readonly Dictionary<ThingId, Dictionary<string, RecordedStatement>> _current = [];

    /// <summary>The statement that holds now, or <c>null</c>.</summary>
    public async Task<Statement?> CurrentAsync(ThingId thing, string term, CancellationToken cancellation)
    {
        if (!_current.TryGetValue(thing, out var statements))
        {
            var read = await record.ReadStatementsAsync(thing, AsOf.Latest, cancellation).ConfigureAwait(false);
            _current[thing] = statements = read.ToDictionary(recorded => recorded.Statement.Term, StringComparer.Ordinal);
        }

        return statements.GetValueOrDefault(term)?.Statement;
    }

    /// <summary>Whether a statement says something new. An undated one is known when the same value holds now.</summary>
    /// <param name="dated">True when the source says from when the value holds.</param>
    public async Task<bool> IsNewAsync(Statement statement, bool dated, CancellationToken cancellation)
    {
        if (await CurrentAsync(statement.Thing, statement.Term, cancellation).ConfigureAwait(false) is not { } current) return true;
        if (!dated) return !Same(current, statement);
        var query = new HistoryQuery(statement.Thing) { Term = statement.Term, Limit = HistoryDepth };
        var history = await record.ReadHistoryAsync(query, cancellation).ConfigureAwait(false);
        return !history.Items.Any(past => past.Statement.ValidFrom == statement.ValidFrom && Same(past.Statement, statement));
    }

    private static bool Same(Statement one, Statement other) =>
        one.Kind == other.Kind && JsonElement.DeepEquals(one.Value.AsElement(), other.Value.AsElement());
}
