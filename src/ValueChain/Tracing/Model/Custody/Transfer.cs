namespace Voltloop.Tracing.Model.Custody;

/// <summary>A lot on its way from one site to another: as the sender and as the receiver tell it.</summary>
/// <param name="Shipped">The sender's event; <c>null</c> when there is none.</param>
/// <param name="Received">The receiver's event; <c>null</c> when there is none.</param>
internal sealed record Transfer(MassFlow? Shipped, MassFlow? Received)
{
    /// <summary>Site that it left; <c>null</c> when nobody says.</summary>
    public string? From => Shipped?.Site ?? Received!.Counterpart;

    /// <summary>Site that it went to; <c>null</c> when nobody says.</summary>
    public string? To => Received?.Site ?? Shipped!.Counterpart;

    /// <summary>Pairs what was shipped with what was received: same lot, and sites that do not contradict each other, in the order of time.</summary>
    public static IReadOnlyList<Transfer> Pair(IEnumerable<MassFlow> flows)
    {
        var pairs = new List<Transfer>();
        foreach (var lot in flows.Where(flow => flow.Kind is FlowKind.Shipped or FlowKind.Received).GroupBy(flow => flow.Lot, StringComparer.Ordinal))
        {
            var received = lot.Where(flow => flow.Kind == FlowKind.Received).OrderBy(flow => flow.At).ToList();
            foreach (var shipped in lot.Where(flow => flow.Kind == FlowKind.Shipped).OrderBy(flow => flow.At))
            {
                var match = received.FirstOrDefault(other => Fit(shipped, other));
                pairs.Add(new Transfer(shipped, match));
                if (match is not null) received.Remove(match);
            }

            pairs.AddRange(received.Select(flow => new Transfer(null, flow)));
        }

        return pairs;
    }

    private static bool Fit(MassFlow shipped, MassFlow received) =>
        shipped.Site != received.Site && (shipped.Counterpart ?? received.Site) == received.Site && (received.Counterpart ?? shipped.Site) == shipped.Site;
}
