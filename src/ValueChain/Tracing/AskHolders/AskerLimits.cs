using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;

namespace Voltloop.Tracing.AskHolders;

/// <summary>Limits how often one node may ask. Counted after its signature was checked, so that nobody spends another one's share.</summary>
internal sealed class AskerLimits(IOptions<ChainSettings> settings) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(asker => RateLimitPartition.GetTokenBucketLimiter(asker, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = settings.Value.AskerBurst, TokensPerPeriod = settings.Value.AskerPerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0, AutoReplenishment = true,
    }));

    /// <summary>Counts a question.</summary>
    /// <exception cref="ProblemException"><see cref="AccessProblems.TooManyRequests"/>.</exception>
    public void Count(string asker)
    {
        using var lease = _limiter.AttemptAcquire(asker);
        if (!lease.IsAcquired) throw new ProblemException(AccessProblems.TooManyRequests, $"{asker} has asked too often.", null, "Try again in a second.");
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();
}
