using Voltloop.Core.Identities;

namespace Voltloop.Health.IngestTelemetry;

/// <summary>One caller at a time works on a battery; callers with different batteries work side by side, and the store commits them together.</summary>
internal sealed class AssetLanes : IDisposable
{
    private const int Count = 64;

    private readonly SemaphoreSlim[] _lanes = [.. Enumerable.Range(0, Count).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Waits for the lanes of batteries, in one order for everybody.</summary>
    /// <returns>Lanes to leave.</returns>
    public async Task<IReadOnlyList<int>> EnterAsync(IEnumerable<ThingId> things, CancellationToken cancellation)
    {
        int[] wanted = [.. things.Select(thing => (int)((uint)StringComparer.Ordinal.GetHashCode(thing.Value) % Count)).Distinct().Order()];
        var entered = 0;
        try
        {
            for (; entered < wanted.Length; entered++) await _lanes[wanted[entered]].WaitAsync(cancellation);
            return wanted;
        }
        catch
        {
            Leave(wanted[..entered]);
            throw;
        }
    }

    /// <summary>Leaves lanes.</summary>
    public void Leave(IReadOnlyList<int> lanes)
    {
        foreach (var lane in lanes) _lanes[lane].Release();
    }

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_lanes, lane => lane.Dispose());
}
