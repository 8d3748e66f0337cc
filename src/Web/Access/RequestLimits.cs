using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;

namespace Voltloop.Web.Access;

/// <summary>
/// Limits how many requests come from one anonymous client, and how many for one key or account. An address is only the
/// name of a bucket in memory, and is forgotten with it.
/// </summary>
public sealed class RequestLimits : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<(string Client, bool IsKnown)> _limiter;

    /// <summary>Takes the limits from the settings.</summary>
    public RequestLimits(AccessSettings settings) => _limiter = PartitionedRateLimiter.Create<(string Client, bool IsKnown), (string, bool)>(
        client => RateLimitPartition.GetTokenBucketLimiter(client, _ => Bucket(
            client.IsKnown ? settings.ActorBurst : settings.AnonymousBurst, client.IsKnown ? settings.ActorPerSecond : settings.AnonymousPerSecond)));

    /// <summary>Counts a request of an anonymous client.</summary>
    /// <exception cref="ProblemException"><see cref="AccessProblems.TooManyRequests"/>; the answer says after how many seconds to try again.</exception>
    public void Count(HttpContext http) => Count(http, (Network(http.Connection.RemoteIpAddress), false));

    /// <summary>Counts a request of a known actor. The desk has no limit.</summary>
    /// <exception cref="ProblemException"><see cref="AccessProblems.TooManyRequests"/>.</exception>
    public void Count(HttpContext http, Actor actor)
    {
        if (actor.Authentication is not "desk") Count(http, ($"{actor.Operator}\n{actor.Name}", true));
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();

    private void Count(HttpContext http, (string, bool) client)
    {
        using var lease = _limiter.AttemptAcquire(client);
        if (lease.IsAcquired) return;
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
        http.Response.OnStarting(() =>
        {
            http.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
        throw new ProblemException(AccessProblems.TooManyRequests, "This client has sent too many requests.", null, string.Create(CultureInfo.InvariantCulture, $"Try again in {wait} s, or use an API key."));
    }

    private static TokenBucketRateLimiterOptions Bucket(int burst, int perSecond) => new()
    {
        TokenLimit = burst, TokensPerPeriod = perSecond, ReplenishmentPeriod = Period, QueueLimit = 0, AutoReplenishment = true,
    };

    // Whoever has one IPv6 address has 2^64 of them.
    private static string Network(IPAddress? address)
    {
        if (address is null) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
