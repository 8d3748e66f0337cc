using Voltloop.Kernels.MassBalance;

namespace Voltloop.Tracing.Model.Custody;

/// <summary>Collects the places and streams of a network.</summary>
/// <param name="books">What is known.</param>
/// <param name="element">Which element.</param>
/// <param name="sites">Sites that report it.</param>
internal sealed class NetworkBuilder(BalanceBooks books, string element, IReadOnlyList<string> sites)
{
    // Smallest standard uncertainty of what stays, kg: keeps a place without movements solvable.
    private const double Dust = 1e-3;

    private readonly Dictionary<string, int> _index = sites.Select((site, i) => (site, i)).ToDictionary(s => s.site, s => s.i, StringComparer.Ordinal);

    /// <summary>Places so far: sites first.</summary>
    public List<NetworkNode> Nodes { get; } = [.. sites.Select(site => new NetworkNode(site, null))];

    /// <summary>Streams so far.</summary>
    public List<NetworkStream> Streams { get; } = [];

    /// <summary>Adds what a site does on its own.</summary>
    public void AddSite(string site, MassFlow[] flows)
    {
        var node = _index[site];
        var kinds = flows.ToLookup(flow => flow.Kind);
        if (kinds.Contains(FlowKind.Extracted)) Add(NetworkStreamKind.Entry, (FlowNetwork.Outside, node), period => Measured(kinds[FlowKind.Extracted], period));
        if (kinds.Contains(FlowKind.Lost)) Add(NetworkStreamKind.Exit, (node, FlowNetwork.Outside), period => Measured(kinds[FlowKind.Lost], period));
        if (kinds.Contains(FlowKind.Consumed)) Add(NetworkStreamKind.ProcessLoss, (node, FlowNetwork.Outside), period => ProcessLoss(site, kinds[FlowKind.Consumed], period));
        if (kinds.Contains(FlowKind.BuiltIn)) Add(NetworkStreamKind.Exit, (node, FlowNetwork.Outside), period => Measured(kinds[FlowKind.BuiltIn], period));
        MassFlow[] counts = [.. kinds[FlowKind.Counted]];
        Add(NetworkStreamKind.Stock, (node, FlowNetwork.Outside), period => StockGrowth(flows, counts, period));
    }

    /// <summary>Adds the transports between sites.</summary>
    public void AddTransfers(IReadOnlyList<Transfer> transfers)
    {
        foreach (var route in transfers.GroupBy(transfer => (From: NodeOf(transfer.From), To: NodeOf(transfer.To)))) AddRoute(route.Key, [.. route]);
    }

    private int NodeOf(string? site) => site is not null && _index.TryGetValue(site, out var node) ? node : FlowNetwork.Outside;

    private void AddRoute((int From, int To) ends, Transfer[] transfers)
    {
        MassFlow[] shipped = [.. transfers.Select(transfer => transfer.Shipped).OfType<MassFlow>()];
        MassFlow[] received = [.. transfers.Select(transfer => transfer.Received).OfType<MassFlow>()];
        if (ends is { From: >= 0, To: >= 0 } && transfers.Any(transfer => transfer is { Shipped: not null, Received: not null })) AddRoad(ends, transfers, received);
        else if (shipped.Length > 0) Add(ends.To < 0 ? NetworkStreamKind.Exit : NetworkStreamKind.Shipped, ends, period => Measured(shipped, period));
        else Add(ends.From < 0 ? NetworkStreamKind.Entry : NetworkStreamKind.Received, ends, period => Measured(received, period));
    }

    private void AddRoad((int From, int To) ends, Transfer[] transfers, MassFlow[] weighed)
    {
        var road = Nodes.Count;
        Nodes.Add(new NetworkNode(sites[ends.From], sites[ends.To]));
        // What crosses the end of a period is told apart: its weighings stand in the books of two periods.
        Add(NetworkStreamKind.Shipped, (ends.From, road), period => Measured(Shipped(transfers, transfer => Leaves(transfer, period) && Arrives(transfer, period)), null));
        Add(NetworkStreamKind.OnTheRoad, (ends.From, FlowNetwork.Outside), period => Measured(Shipped(transfers, transfer => Leaves(transfer, period) && !Arrives(transfer, period)), null));
        Add(NetworkStreamKind.OnTheRoad, (FlowNetwork.Outside, road), period => Measured(Shipped(transfers, transfer => !Leaves(transfer, period) && Arrives(transfer, period)), null) + new Amount(0, Dust));
        Add(NetworkStreamKind.Received, (road, ends.To), period => Measured(weighed, period));
    }

    private static bool Leaves(Transfer transfer, LedgerPeriod period) => period.Holds(transfer.Shipped!.At);

    private static bool Arrives(Transfer transfer, LedgerPeriod period) => transfer.Received is { } received && period.Holds(received.At);

    private static IEnumerable<MassFlow> Shipped(Transfer[] transfers, Func<Transfer, bool> which) =>
        transfers.Where(transfer => transfer.Shipped is not null && which(transfer)).Select(transfer => transfer.Shipped!);

    private void Add(NetworkStreamKind kind, (int From, int To) ends, Func<LedgerPeriod, Amount> amount) =>
        Streams.Add(new NetworkStream(kind, ends.From, ends.To) { In = amount });

    // Repeating a weighing does not average out what the scale always gets wrong.
    private Amount Measured(IEnumerable<MassFlow> flows, LedgerPeriod? period)
    {
        var sum = Amount.Sum(flows.Where(flow => period is not { } only || only.Holds(flow.At)).Select(flow => flow.Mass));
        return sum + new Amount(0, books.Policy.CommonUncertainty * sum.Value);
    }

    private Amount ProcessLoss(string site, IEnumerable<MassFlow> consumed, LedgerPeriod period)
    {
        var lost = new Amount(1, 0) - (books.FactsOf(site, element).Recovery ?? new Amount(books.Policy.Recovery, books.Policy.RecoveryUncertainty));
        return lost * Ledger.SumOf(consumed.Where(flow => period.Holds(flow.At)), FlowKind.Consumed);
    }

    private Amount StockGrowth(MassFlow[] flows, MassFlow[] counts, LedgerPeriod period)
    {
        var opening = CountAt(counts, period.From) ?? (flows.All(flow => flow.At >= period.From) ? Amount.Zero : null);
        if (opening is { } before && CountAt(counts, period.To) is { } after && counts.Any(count => period.Holds(count.At))) return after - before + new Amount(0, Dust);
        var through = flows.Where(flow => period.Holds(flow.At) && flow.Kind != FlowKind.Counted).Sum(flow => flow.Mass.Value) / 2;
        return new Amount(0, Math.Max(Dust, books.Policy.StockUncertainty * through));
    }

    private static Amount? CountAt(MassFlow[] counts, DateTimeOffset before)
    {
        MassFlow[] earlier = [.. counts.Where(count => count.At < before)];
        if (earlier.Length == 0) return null;
        var day = earlier.Max(count => count.At).UtcDateTime.Date;
        return Amount.Sum(earlier.Where(count => count.At.UtcDateTime.Date == day).Select(count => count.Mass));
    }
}
