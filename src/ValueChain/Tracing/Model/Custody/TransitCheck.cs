namespace Voltloop.Tracing.Model.Custody;

/// <summary>Transports that arrived before they left, or faster than anything travels.</summary>
internal static class TransitCheck
{
    public static IEnumerable<BalanceFinding> Look(BalanceBooks books) =>
        from transfer in Transfer.Pair(books.Flows.Where(flow => flow.Element == MassFlow.Gross))
        where transfer is { Shipped: not null, Received: not null }
        let finding = Found(books, transfer.Shipped!, transfer.Received!)
        where finding is not null
        select finding;

    private static BalanceFinding? Found(BalanceBooks books, MassFlow shipped, MassFlow received)
    {
        var hours = ((received.At - shipped.At).TotalMinutes + books.Policy.ClockTolerance) / 60;
        var distance = books.PositionOf(shipped.Site) is { } from && books.PositionOf(received.Site) is { } to ? from.DistanceTo(to) : 0;
        if (hours >= 0 && distance <= hours * books.Policy.MaxSpeed) return null;
        var reason = hours < 0
            ? $"arrived on {received.At:yyyy-MM-dd HH:mm}, before it left on {shipped.At:yyyy-MM-dd HH:mm} (UTC)"
            : $"covered {Words.Number(Math.Round(distance))} km in {Words.Number((received.At - shipped.At).TotalHours)} h";
        return new BalanceFinding(BalanceCheck.Transit, received.Site, MassFlow.Gross, books.Periods[Ledger.PeriodOf(books.Periods, received.At)], received.Mass)
        {
            Material = received.Lot,
            Sentence = $"Lot {received.Lot} from {shipped.Site} {reason}.",
            Method = $"Great-circle distance at {Words.Number(books.Policy.MaxSpeed)} km/h at most, with {Words.Number(books.Policy.ClockTolerance)} minutes for clocks that differ.",
            Evidence = [shipped.Event, received.Event],
        };
    }
}
