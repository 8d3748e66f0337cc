using Voltloop.Core.Problems;
using Voltloop.Record.Policies;

namespace Voltloop.Web.Access;

/// <summary>Shows the access log to whoever runs the store, and checks its chain against the head that the record states.</summary>
/// <param name="log">The log.</param>
/// <param name="rights">Knows the stated head.</param>
/// <param name="actors">Knows who is asking.</param>
public sealed class AccessLogReader(IAccessLog log, RightsDesk rights, IActorSource actors)
{
    private const int Step = 10_000;

    /// <summary>Entries from a number on, and the first broken one of the whole log.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.NotFound"/> for anyone but the keeper.</exception>
    public async Task<AccessLogResource> ReadAsync(long from, int limit, CancellationToken cancellation)
    {
        if (!actors.Current.Actor.IsKeeper) throw new ProblemException(CommonProblems.NotFound, "There is nothing at this address.");
        var (length, head) = log.Head;
        var broken = AccessChain.FirstBroken(All(), await rights.StatedLogHeadAsync(cancellation));
        return new AccessLogResource(log.Read(from, limit), length, head, broken);
    }

    private IEnumerable<LoggedAccess> All()
    {
        for (var next = long.MinValue; log.Read(next, Step) is { Count: > 0 } some; next = some[^1].Number + 1)
        {
            foreach (var entry in some) yield return entry;
        }
    }
}
