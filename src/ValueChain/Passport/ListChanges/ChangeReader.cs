using System.Globalization;
using Voltloop.Core.Identities;
using Voltloop.Passport.ServeEn18222;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;

namespace Voltloop.Passport.ListChanges;

/// <summary>Reads the changes of a passport from the history of its item and its model: only what the reader may see counts as a change.</summary>
internal sealed class ChangeReader(IRecordReader record, Vocabulary vocabulary)
{
    private const int PageSize = 1000;

    /// <summary>A page of changes, newest first.</summary>
    public async Task<ChangePage> ReadAsync(Thing thing, ChangeQuery query, CancellationToken cancellation)
    {
        var own = await ReadAsync(thing.Id, query, _ => true, cancellation).ConfigureAwait(false);
        var shared = thing.Model is { } model ? await ReadAsync(model, query, term => term.Granularity == Granularity.Model, cancellation).ConfigureAwait(false) : [];
        var all = own.Concat(shared).OrderByDescending(change => change.Timestamp).ThenByDescending(change => long.Parse(change.ChangeId, CultureInfo.InvariantCulture)).ToList();
        if (all.Count <= query.Limit) return new ChangePage(all, null);
        var last = all[query.Limit - 1].Timestamp;
        var page = all.TakeWhile(change => change.Timestamp >= last).ToList();
        return new ChangePage(page, page.Count == all.Count ? null : ChangeQuery.After(last));
    }

    // One more than asked for, so that a full page knows whether there is another; all changes of the last moment.
    private async Task<List<PassportChange>> ReadAsync(ThingId id, ChangeQuery query, Func<Term, bool> counts, CancellationToken cancellation)
    {
        var changes = new List<PassportChange>();
        var open = new List<RecordedStatement>();
        await foreach (var recorded in HistoryAsync(id, query, cancellation).ConfigureAwait(false))
        {
            if (!Shows(recorded, query.Audience, counts)) continue;
            if (open.Count > 0 && open[0].Assertion != recorded.Assertion)
            {
                changes.Add(Change(open));
                if (changes.Count > query.Limit && recorded.RecordedAt < changes[^1].Timestamp) return changes;
                open.Clear();
            }

            open.Add(recorded);
        }

        if (open.Count > 0) changes.Add(Change(open));
        return changes;
    }

    private async IAsyncEnumerable<RecordedStatement> HistoryAsync(ThingId id, ChangeQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var knownAt = query.Before == DateTimeOffset.MaxValue ? query.Before : query.Before.AddMicroseconds(-1);
        string? cursor = null;
        do
        {
            var page = await record.ReadHistoryAsync(new HistoryQuery(id) { KnownAt = knownAt, Cursor = cursor, Limit = PageSize }, cancellation).ConfigureAwait(false);
            foreach (var recorded in page.Items) yield return recorded;
            cursor = page.Next;
        }
        while (cursor is not null);
    }

    private bool Shows(RecordedStatement recorded, string audience, Func<Term, bool> counts) =>
        vocabulary.Find(recorded.Statement.Term) is { } term && counts(term) && vocabulary.Audiences.MayRead(audience, term);

    private PassportChange Change(List<RecordedStatement> statements) => new()
    {
        ChangeId = statements[0].Assertion.ToString(CultureInfo.InvariantCulture),
        Timestamp = statements[0].RecordedAt,
        Actor = statements[0].Issuer,
        Subject = statements[0].Statement.Thing.Value,
        ChangedProperties = [.. statements.Select(recorded => DppTerms.PathOf(vocabulary.Find(recorded.Statement.Term)!)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
    };
}
