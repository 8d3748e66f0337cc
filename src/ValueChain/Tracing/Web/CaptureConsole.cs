using Voltloop.Record.Events;
using Voltloop.Record.Policies;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.CheckKeyEvents;

namespace Voltloop.Tracing.Web;

/// <summary>What the page of events shows of captures: all to the keeper, their own to everybody else.</summary>
/// <param name="ledger">Keeps the jobs.</param>
/// <param name="work">Who is asking.</param>
/// <param name="open">Settles warnings.</param>
internal sealed class CaptureConsole(IEventLedger ledger, ActorWork work, OpenFindings open)
{
    /// <summary>The last captures.</summary>
    public Task<IReadOnlyList<CaptureJobResource>> LastAsync(int count, CancellationToken cancellation) =>
        open.SettleAsync([.. ledger.Jobs(work.Actor.IsKeeper ? null : work.Actor.Operator?.Value ?? "", null, count).Select(CaptureJobResource.Of)], cancellation);
}
