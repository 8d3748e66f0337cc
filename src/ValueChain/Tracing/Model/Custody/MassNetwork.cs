using Voltloop.Kernels.MassBalance;

namespace Voltloop.Tracing.Model.Custody;

/// <summary>
/// All sites that report an element, the roads between them, and every stream of it. A transport that both ends weighed has a node
/// of its own, so that a loss or gain on the way is told from one at either end.
/// </summary>
internal sealed class MassNetwork
{
    private MassNetwork(IReadOnlyList<NetworkNode> nodes, IReadOnlyList<NetworkStream> streams)
    {
        (Nodes, Streams) = (nodes, streams);
        Shape = new FlowNetwork(nodes.Count, [.. streams.Select(stream => stream.From)], [.. streams.Select(stream => stream.To)]);
    }

    /// <summary>Places.</summary>
    public IReadOnlyList<NetworkNode> Nodes { get; }

    /// <summary>Streams.</summary>
    public IReadOnlyList<NetworkStream> Streams { get; }

    /// <summary>The same for the kernel.</summary>
    public FlowNetwork Shape { get; }

    /// <summary>The network of an element; <c>null</c> when nothing is known or it has more nodes than can be reconciled.</summary>
    public static MassNetwork? Of(BalanceBooks books, string element)
    {
        var sites = books.BySite(element);
        var builder = new NetworkBuilder(books, element, [.. sites.Select(site => site.Key)]);
        foreach (var site in sites) builder.AddSite(site.Key, [.. site]);
        builder.AddTransfers(Transfer.Pair(sites.SelectMany(site => site)));
        return builder.Nodes.Count is > 0 and <= FlowNetwork.MaxNodes ? new MassNetwork(builder.Nodes, builder.Streams) : null;
    }

    /// <summary>The books of a stretch of time, reconciled.</summary>
    public Reconciliation Reconcile(LedgerPeriod period)
    {
        Amount[] amounts = [.. Streams.Select(stream => stream.In(period))];
        return Reconciliation.Of(Shape, [.. amounts.Select(amount => amount.Value)], [.. amounts.Select(amount => amount.Uncertainty)]);
    }
}
