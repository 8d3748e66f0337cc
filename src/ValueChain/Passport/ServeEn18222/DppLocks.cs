using Voltloop.Core.Identities;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>Lets one change of a passport at a time happen in this process, so that comparing a version and writing are one step.</summary>
internal sealed class DppLocks : IDisposable
{
    private const int Stripes = 64;

    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Runs a change of a passport while no other changes it.</summary>
    public async Task<T> RunAsync<T>(ThingId id, Func<Task<T>> change, CancellationToken cancellation)
    {
        var gate = _gates[(uint)id.GetHashCode() % Stripes];
        await gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await change().ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Runs a change of several things while no other changes any of them; gates are taken in one order, so that nobody waits in a circle.</summary>
    public async Task<T> RunAllAsync<T>(IReadOnlyCollection<ThingId> ids, Func<Task<T>> change, CancellationToken cancellation)
    {
        var gates = ids.Select(id => (uint)id.GetHashCode() % Stripes).Distinct().Order().Select(stripe => _gates[stripe]).ToList();
        var taken = 0;
        try
        {
            for (; taken < gates.Count; taken++) await gates[taken].WaitAsync(cancellation).ConfigureAwait(false);
            return await change().ConfigureAwait(false);
        }
        finally
        {
            for (; taken > 0; taken--) gates[taken - 1].Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_gates, gate => gate.Dispose());
}
