using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tracing.BalanceMass;

/// <summary>What events say about masses, as the actor at work may see them.</summary>
/// <param name="book">What all events say.</param>
/// <param name="events">The events, as the actor may see them.</param>
internal sealed class MassReader(MassBook book, ActorEventReader events)
{
    /// <summary>What the events before a moment say, in the order of event time.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.LimitExceeded"/>.</exception>
    public async Task<MassView> ReadAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        var snapshot = await book.ReadAsync(cancellation);
        if (snapshot == MassSnapshot.Full) return new MassView(await ScanAsync(until, cancellation), null);
        var glance = events.Glance();
        var asked = snapshot.Entries.TakeWhile(entry => entry.Said.At < until);
        if (glance.SeesAll) return new MassView([.. asked], snapshot.UpTo);
        var seen = new List<MassEntry>();
        foreach (var entry in asked)
        {
            if (await glance.MaySeeAsync(entry.Number, cancellation)) seen.Add(entry);
        }

        return new MassView(seen, null);
    }

    // More events than are kept at hand: only so many of them as one balance takes are read.
    private async Task<List<MassEntry>> ScanAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        var scan = new EventScan { Types = MassEventReader.Types, To = until, Descending = false, Limit = EventScan.MaxLimit };
        var found = new List<MassEntry>();
        for (EventCursor? after = null; ;)
        {
            var page = await events.ScanAsync(scan with { After = after }, cancellation);
            found.AddRange(page.Items.Select(MassEntry.Of).OfType<MassEntry>());
            if (found.Count > MassBook.MaxEvents) throw new ProblemException(CommonProblems.LimitExceeded, $"There are more than {MassBook.MaxEvents} events with masses to balance.", "to", "Balance up to an earlier day.");
            if (page.Next is null) return found;
            after = page.Next;
        }
    }
}
