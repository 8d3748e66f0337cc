using Microsoft.Extensions.Options;
using Voltloop.Record.Policies;
using Voltloop.Tracing.Model.Custody;
using Voltloop.Web.Access;

namespace Voltloop.Tracing.BalanceMass;

/// <summary>
/// The last few balances. One is used again as long as the same events are seen and the same is stated about sites; the one that is
/// asked for most is made before anybody asks.
/// </summary>
/// <param name="book">What all events say about masses.</param>
/// <param name="record">The record, read as the keeper for what is made ahead.</param>
/// <param name="settings">Who the keeper is.</param>
/// <param name="policy">What is assumed.</param>
internal sealed class BalanceSheets(MassBook book, ActorRecordReader record, AccessSettings settings, IOptions<CustodyPolicy> policy)
{
    private const int Most = 4;

    private readonly Lock _lock = new();
    private readonly List<(BalanceKey Key, Lazy<BalanceSheet> Sheet)> _sheets = [];

    /// <summary>What is assumed.</summary>
    public CustodyPolicy Policy => policy.Value;

    /// <summary>The balance of a key, made when there is none.</summary>
    public BalanceSheet Get(BalanceKey key)
    {
        Lazy<BalanceSheet> sheet;
        lock (_lock)
        {
            var at = _sheets.FindIndex(one => one.Key.IsSameAs(key));
            sheet = at >= 0 ? _sheets[at].Sheet : new Lazy<BalanceSheet>(() => BalanceSheet.Of(key.View.Entries.Select(entry => entry.Said), key.Length, Policy, key.Facts));
            if (at >= 0) _sheets.RemoveAt(at);
            _sheets.Insert(0, (key, sheet));
            if (_sheets.Count > Most) _sheets.RemoveAt(Most);
        }

        return sheet.Value;
    }

    /// <summary>Makes the balance of all events by the month, as the keeper sees it.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        var snapshot = await book.ReadAsync(cancellation);
        if (snapshot == MassSnapshot.Full) return;
        var facts = await new SiteFactsReader(record.For(Actor.Keeper(settings.Keeper, "balance", "index"))).ReadAsync(cancellation);
        _ = Get(new BalanceKey(new MassView(snapshot.Entries, snapshot.UpTo), PeriodLength.Month, facts)).Report;
    }
}
