using System.Runtime.CompilerServices;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Record.Documents;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Record.Policies;

/// <summary>
/// The record as one actor may see it. What is forbidden is absent: the same answers, the same problems. Everything that
/// shows facts of a battery reads through this; a room cannot forget it.
/// </summary>
/// <param name="record">The record, unfiltered.</param>
/// <param name="access">The decision point and what it needs.</param>
/// <param name="session">Who is asking.</param>
/// <param name="now">Moment of asking (UTC).</param>
public sealed class FilteredRecordReader(IRecordReader record, RecordAccess access, ActorSession session, DateTimeOffset now) : IRecordReader
{
    private readonly Dictionary<ThingId, AccessSubject> _subjects = [];

    private Actor Actor => session.Actor;

    /// <inheritdoc/>
    public async ValueTask<Thing?> FindThingAsync(ThingId id, CancellationToken cancellation = default) =>
        await record.FindThingAsync(id, cancellation) is { } thing ? await WithVisibleAliasesAsync(thing, cancellation) : null;

    /// <inheritdoc/>
    public ValueTask<Page<Thing>> ListThingsAsync(ThingQuery query, CancellationToken cancellation = default)
    {
        if (Actor.IsKeeper) return record.ListThingsAsync(query, cancellation);
        if (query.Limit is < 1 or > ThingQuery.MaxLimit) return record.ListThingsAsync(query, cancellation);
        var pages = new VisiblePage<Thing>(
            (cursor, size) => record.ListThingsAsync(query with { Cursor = cursor, Limit = size }, cancellation),
            thing => FindableAsync(thing, query, cancellation));
        return pages.ReadAsync(query.Cursor, query.Limit);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<ThingKind, long>> CountThingsAsync(CancellationToken cancellation = default) => record.CountThingsAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RecordedStatement>> ReadStatementsAsync(ThingId id, AsOf asOf, CancellationToken cancellation = default)
    {
        var all = await record.ReadStatementsAsync(id, asOf, cancellation);
        var visible = new List<RecordedStatement>(all.Count);
        foreach (var statement in all)
        {
            if (await ShowAsync(statement, cancellation)) visible.Add(statement);
        }

        return visible;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecordedStatement> ReadTermAsync(string term, AsOf asOf, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var statement in record.ReadTermAsync(term, asOf, cancellation))
        {
            if (await ShowAsync(statement, cancellation)) yield return statement;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Page<RecordedStatement>> ReadHistoryAsync(HistoryQuery query, CancellationToken cancellation = default)
    {
        if (query.Limit is < 1 or > MaxHistory) return await record.ReadHistoryAsync(query, cancellation);
        if (!await MaySeeAnyAsync(query, cancellation)) return new Page<RecordedStatement>([], null);
        var pages = new VisiblePage<RecordedStatement>(
            (cursor, size) => record.ReadHistoryAsync(query with { Cursor = cursor, Limit = size }, cancellation),
            async statement => await ShowAsync(statement, cancellation) ? statement : null);
        return await pages.ReadAsync(query.Cursor, query.Limit);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<SeriesInfo>> ListSeriesAsync(ThingId thing, CancellationToken cancellation = default)
    {
        var all = await record.ListSeriesAsync(thing, cancellation);
        return all.Count > 0 && await ShowsSeriesAsync(thing, cancellation) ? all : [];
    }

    /// <inheritdoc/>
    public async ValueTask<SeriesInfo?> FindSeriesAsync(string id, CancellationToken cancellation = default) =>
        await record.FindSeriesAsync(id, cancellation) is { } series && await ShowsSeriesAsync(series.Spec.Thing, cancellation) ? series : null;

    /// <inheritdoc/>
    public async IAsyncEnumerable<SeriesBlock> ReadSeriesAsync(string id, SeriesRange range, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        if (await FindSeriesAsync(id, cancellation) is null) throw new ProblemException(CommonProblems.NotFound, $"There is no series \"{id}\".");
        await foreach (var block in record.ReadSeriesAsync(id, range, cancellation))
        {
            yield return block;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Document?> FindDocumentAsync(string sha256, CancellationToken cancellation = default)
    {
        var document = await record.FindDocumentAsync(sha256, cancellation);
        return await ShowsDocumentAsync(sha256, cancellation) ? document : null;
    }

    /// <inheritdoc/>
    public async ValueTask<Stream> OpenDocumentAsync(string sha256, CancellationToken cancellation = default) =>
        await FindDocumentAsync(sha256, cancellation) is null
            ? throw new ProblemException(CommonProblems.NotFound, $"There is no document {sha256}.")
            : await record.OpenDocumentAsync(sha256, cancellation);

    private const int MaxHistory = 10_000;

    private const int MaxReferences = 1000;

    private async ValueTask<bool> ShowAsync(RecordedStatement recorded, CancellationToken cancellation)
    {
        var moments = new AccessMoments(now, recorded.RecordedAt);
        if (!await MayReadAsync(recorded.Statement.Thing, recorded.Statement.Term, moments, cancellation)) return false;
        if (!access.Policy.IsPublic(recorded.Statement.Term, moments)) session.Trail.Note(recorded.Statement.Thing, recorded.Statement.Term);
        return true;
    }

    // What is restricted today is so at every moment; decided before reading, a hidden term takes no longer than an absent one.
    private async ValueTask<bool> MaySeeAnyAsync(HistoryQuery query, CancellationToken cancellation)
    {
        _ = SealedCursor.Open(query.Cursor);
        return query.Term is not { } term || await MayReadAsync(query.Thing, term, AccessMoments.At(now), cancellation);
    }

    private async ValueTask<bool> MayReadAsync(ThingId thing, string term, AccessMoments moments, CancellationToken cancellation) =>
        (access.Policy.MayReadAnywhere(Actor, term, moments)
            ?? access.Policy.MayRead(Actor, await SubjectAsync(thing, cancellation), term, moments)).Allowed;

    private async ValueTask<AccessSubject> SubjectAsync(ThingId thing, CancellationToken cancellation)
    {
        if (_subjects.TryGetValue(thing, out var known)) return known;
        return _subjects[thing] = await access.Register.SubjectAsync(thing, cancellation);
    }

    private async ValueTask<bool> ShowsSeriesAsync(ThingId thing, CancellationToken cancellation)
    {
        var moments = AccessMoments.At(now);
        if (!await MayReadAsync(thing, AccessTerms.Series, moments, cancellation)) return false;
        if (!access.Policy.IsPublic(AccessTerms.Series, moments)) session.Trail.Note(thing, AccessTerms.Series);
        return true;
    }

    // A document is as open as the most open statement that names it. The file an import came from is named by no value:
    // it holds everything, so only who answers for the measured thing gets it.
    private async ValueTask<bool> ShowsDocumentAsync(string sha256, CancellationToken cancellation)
    {
        var references = access.References.ReferencesTo(sha256, MaxReferences);
        foreach (var reference in references)
        {
            var moments = new AccessMoments(now, reference.RecordedAt);
            if (!await MayReadAsync(reference.Statement.Thing, reference.Statement.Term, moments, cancellation)) continue;
            if (!access.Policy.IsPublic(reference.Statement.Term, moments)) session.Trail.NoteDocument(sha256);
            return true;
        }

        if (!Actor.IsKeeper && !await IsSourceOfOwnAsync(sha256, cancellation)) return false;
        session.Trail.NoteDocument(sha256);
        return true;
    }

    private async ValueTask<bool> IsSourceOfOwnAsync(string sha256, CancellationToken cancellation)
    {
        var things = access.References.SeriesFrom(sha256, MaxReferences);
        foreach (var thing in things)
        {
            var subject = await SubjectAsync(thing, cancellation);
            if (Actor.ViewsAs is not null || Actor.Operator is not { } own || subject.ResponsibleAt(now, access.Policy.Keeper) != own) return false;
        }

        return things.Count > 0;
    }

    // Found only by an identifier that the reader may not see is not found.
    private async ValueTask<Thing?> FindableAsync(Thing thing, ThingQuery query, CancellationToken cancellation)
    {
        var visible = await WithVisibleAliasesAsync(thing, cancellation);
        if (visible.Aliases.Count == thing.Aliases.Count) return visible;
        var named = query.Identifier is not { } identifier || thing.Id.Value == identifier || visible.Aliases.Contains(identifier, StringComparer.Ordinal);
        return named && (string.IsNullOrEmpty(query.Text) || Matches(visible, query.Text)) ? visible : null;
    }

    private static bool Matches(Thing thing, string text) =>
        thing.Aliases.Append(thing.Label).Append(thing.Id.Value).Any(name => name.Contains(text, StringComparison.OrdinalIgnoreCase));

    // A further identifier is as open as the statements that state it; one that stands in the identifier itself is open.
    private async ValueTask<Thing> WithVisibleAliasesAsync(Thing thing, CancellationToken cancellation)
    {
        if (Actor.IsKeeper || thing.Aliases.All(alias => IsInIdentifier(thing, alias))) return thing;
        var stated = (await StatedTextsAsync(thing, cancellation)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return thing with { Aliases = [.. thing.Aliases.Where(alias => IsInIdentifier(thing, alias) || stated.Contains(alias))] };
    }

    private static bool IsInIdentifier(Thing thing, string alias) =>
        thing.Id.Value.Contains(alias, StringComparison.OrdinalIgnoreCase) || thing.Label.Contains(alias, StringComparison.OrdinalIgnoreCase);

    private async ValueTask<List<string>> StatedTextsAsync(Thing thing, CancellationToken cancellation)
    {
        var texts = new List<string>();
        foreach (var recorded in await record.ReadStatementsAsync(thing.Id, AsOf.Latest, cancellation))
        {
            if (recorded.Statement.Value.AsText() is { } text
                && await MayReadAsync(thing.Id, recorded.Statement.Term, new AccessMoments(now, recorded.RecordedAt), cancellation))
            {
                texts.Add(text);
            }
        }

        return texts;
    }
}
