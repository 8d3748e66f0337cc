using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tracing.BalanceMass;

/// <summary>The last few balances. One is used again as long as the same events are seen and the same is stated about sites.</summary>
internal sealed class BalanceShelf
{
    private const int Most = 4;

    private readonly Lock _lock = new();
    private readonly List<(BalanceKey Key, Lazy<BalanceSheet> Sheet)> _sheets = [];

    /// <summary>The balance of a key, made when there is none.</summary>
    public BalanceSheet Get(BalanceKey key, CustodyPolicy policy)
    {
        Lazy<BalanceSheet> sheet;
        lock (_lock)
        {
            var at = _sheets.FindIndex(one => one.Key.IsSameAs(key));
            sheet = at >= 0 ? _sheets[at].Sheet : new Lazy<BalanceSheet>(() => BalanceSheet.Of(key.View.Entries.Select(entry => entry.Said), key.Length, policy, key.Facts));
            if (at >= 0) _sheets.RemoveAt(at);
            _sheets.Insert(0, (key, sheet));
            if (_sheets.Count > Most) _sheets.RemoveAt(Most);
        }

        return sheet.Value;
    }
}
