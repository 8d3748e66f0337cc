using Voltloop.Record.Events;
using Voltloop.Record.Policies;
using Voltloop.Tracing.CaptureEvents;

namespace Voltloop.Tracing.Web;

/// <summary>What the page of events shows of captures: all to the keeper, their own to everybody else.</summary>
/// <param name="ledger">Keeps the jobs.</param>
/// <param name="work">Who is asking.</param>
internal sealed class CaptureConsole(IEventLedger ledger, ActorWork work)
{
    /// <summary>The last captures.</summary>
    public IReadOnlyList<CaptureJobResource> Last(int count) =>
        [.. ledger.Jobs(work.Actor.IsKeeper ? null : work.Actor.Operator?.Value ?? "", null, count).Select(CaptureJobResource.Of)];
}
