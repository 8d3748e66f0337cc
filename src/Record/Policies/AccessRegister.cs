using System.Collections.Concurrent;
using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;

namespace Voltloop.Record.Policies;

/// <summary>
/// What the record says about rights, at hand: all grants, and who answers for the things asked about lately. Rebuilt from
/// the record at the start, and told of every write before the write is acknowledged to its caller.
/// </summary>
/// <param name="record">The record, unfiltered.</param>
/// <param name="points">Takes the earlier tables.</param>
public sealed class AccessRegister(IRecordReader record, TermPoints points) : IGrants
{
    /// <summary>Most things of which the responsible operator is kept; the oldest knowledge goes first, all at once.</summary>
    public const int MaxSubjects = 100_000;

    private const int MaxChanges = 10_000;

    private readonly SemaphoreSlim _loading = new(1, 1);
    private readonly ConcurrentDictionary<ThingId, AccessSubject> _subjects = new();
    private volatile Dictionary<ThingId, IReadOnlyList<Grant>> _grants = [];
    private long _version;

    /// <summary>All grants in the record, whatever their dates.</summary>
    public IEnumerable<Grant> All => _grants.Values.SelectMany(grants => grants);

    /// <summary>The table of today, when the record does not state it yet.</summary>
    public string? UnstatedTable => points.IsStated ? null : points.ToJson();

    /// <inheritdoc/>
    public IReadOnlyList<Grant> Of(ThingId grantee) => _grants.GetValueOrDefault(grantee) ?? [];

    /// <summary>Reads everything from the record again.</summary>
    public async Task LoadAsync(ThingId keeper, CancellationToken cancellation = default)
    {
        await _loading.WaitAsync(cancellation);
        try
        {
            await ReadAsync(keeper, cancellation);
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>What a decision needs to know of a thing.</summary>
    public async ValueTask<AccessSubject> SubjectAsync(ThingId id, CancellationToken cancellation = default)
    {
        if (_subjects.TryGetValue(id, out var known)) return known;
        var version = Interlocked.Read(ref _version);
        var thing = await record.FindThingAsync(id, cancellation);
        IReadOnlyList<ResponsibilityPeriod> periods = thing is null ? [] : await PeriodsAsync(id, cancellation);
        var subject = new AccessSubject(id, thing?.Model, periods)
        {
            ResponsibleForModel = thing?.Model is { } model ? await PeriodsAsync(model, cancellation) : [],
        };
        if (thing is not null && version == Interlocked.Read(ref _version)) Keep(subject);
        return subject;
    }

    /// <summary>Takes note of a write that is durable. Cheap when it is not about rights.</summary>
    public async Task ObserveAsync(WriteBatch batch, ThingId keeper, CancellationToken cancellation = default)
    {
        Forget(batch);
        var terms = batch.Assertions.SelectMany(a => a.Statements).Select(s => s.Term).Where(AccessTerms.IsReserved).ToHashSet(StringComparer.Ordinal);
        if (terms.Contains(AccessTerms.Grants) || terms.Contains(AccessTerms.Table))
        {
            await LoadAsync(keeper, cancellation);
        }
        else if (terms.Contains(AccessTerms.Responsible))
        {
            Interlocked.Increment(ref _version);
            _subjects.Clear();
        }
    }

    // A thing may have taken a model, and with it who answers for the model.
    private void Forget(WriteBatch batch)
    {
        foreach (var thing in batch.Things)
        {
            if (!_subjects.TryGetValue(thing.Id, out var known) || known.Model == thing.Model) continue;
            Interlocked.Increment(ref _version);
            _subjects.TryRemove(thing.Id, out _);
        }
    }

    private async Task ReadAsync(ThingId keeper, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _version);
        _subjects.Clear();
        var grants = new Dictionary<ThingId, IReadOnlyList<Grant>>();
        await foreach (var stated in record.ReadTermAsync(AccessTerms.Grants, AsOf.Latest, cancellation))
        {
            grants[stated.Statement.Thing] = GrantList.Read(stated.Statement.Thing, stated.Statement.Value.Json);
        }

        _grants = grants;
        var tables = await record.ReadHistoryAsync(new HistoryQuery(keeper) { Term = AccessTerms.Table, Limit = MaxChanges }, cancellation);
        points.Remember([.. tables.Items.Where(t => t.Statement.Kind == StatementKind.Value).OrderBy(t => t.RecordedAt).Select(t => (t.RecordedAt, t.Statement.Value.Json))]);
    }

    private void Keep(AccessSubject subject)
    {
        if (_subjects.Count >= MaxSubjects) _subjects.Clear();
        _subjects[subject.Id] = subject;
    }

    // The latest word on each moment counts; a retracted moment falls away.
    private async Task<IReadOnlyList<ResponsibilityPeriod>> PeriodsAsync(ThingId id, CancellationToken cancellation)
    {
        var history = await record.ReadHistoryAsync(new HistoryQuery(id) { Term = AccessTerms.Responsible, Limit = MaxChanges }, cancellation);
        return [.. history.Items.GroupBy(stated => stated.Statement.ValidFrom).Select(moment => moment.First().Statement)
            .Where(statement => statement.Kind != StatementKind.Retracted)
            .OrderBy(statement => statement.ValidFrom)
            .Select(statement => new ResponsibilityPeriod(statement.ValidFrom, ThingId.TryParse(statement.Value.AsText(), out var operatorId) ? operatorId : null))];
    }
}
