using Voltloop.Kernels.ControlCharts;
using Voltloop.Kernels.MassBalance;

namespace Voltloop.Tracing.Model.Custody;

/// <summary>
/// Reconciles the books of all sites together and says where a surplus entered. What is missing in the books of each site is
/// followed period by period with a CUSUM; on an alarm, and over the whole time, the likelihood-ratio search names the place or the
/// weighing that explains it best.
/// </summary>
internal static class NetworkCheck
{
    /// <summary>Periods that the books of a place must be quiet before a change in them can be told.</summary>
    public const int FewestPeriods = SelfStarting.Warmup + 2;

    public static IEnumerable<BalanceFinding> Look(BalanceBooks books) =>
        from element in books.Elements
        let network = MassNetwork.Of(books, element)
        where network is not null
        from finding in Changed(books, element, network).Concat(Standing(books, element, network)).DistinctBy(finding => finding.Site, StringComparer.Ordinal)
        select finding;

    // Twice the difference in log-likelihood that lets another explanation replace the site whose series rose.
    private const double ClearlyBetter = 4;

    /// <summary>The first change in the books of any site: which series rose, since when and until when.</summary>
    public static (int Node, CusumAlarm Alarm)? FirstChange(BalanceBooks books, MassNetwork network)
    {
        if (books.Periods.Count < FewestPeriods) return null;
        var reconciled = books.Periods.Select(network.Reconcile).ToArray();
        // Every site has a series: the rate of false alarms is that of all together.
        int[] sites = [.. Enumerable.Range(0, network.Nodes.Count).Where(node => network.Nodes[node].RoadTo is null)];
        var design = CusumDesign.For(books.Policy.Shift, Math.Min(CusumDesign.MaxRunLength, books.Policy.RunLength * sites.Length));
        return sites.Select(node => (Node: node, Alarm: Cusum.FirstAlarm(Scores(reconciled, node), design)))
            .Where(series => series.Alarm is { Since: > 0 }).Select(series => (series.Node, Alarm: series.Alarm!.Value))
            .OrderBy(series => series.Alarm.At).ThenByDescending(series => series.Alarm.Sum)
            .Select(series => ((int, CusumAlarm)?)series).FirstOrDefault();
    }

    /// <summary>What explains best that the books of a time do not fit; the place whose series rose when nothing stands out.</summary>
    public static GrossError Localise(MassNetwork network, LedgerPeriod period, int risen)
    {
        var books = network.Reconcile(period);
        var worst = books.All().Where(error => error.Kind == GrossErrorKind.Stream ? IsWeighing(network, error) : error.Size > 0).MaxBy(error => Math.Abs(error.Z));
        var usual = books.AtNode(risen);
        return (worst.Z * worst.Z) - (usual.Z * usual.Z) > ClearlyBetter ? worst : usual;
    }

    private static double[] Scores(Reconciliation[] periods, int node)
    {
        double[] missing = [.. periods.Select(period => period.AtNode(node).Z)];
        var scores = new double[missing.Length];
        SelfStarting.Standardise(missing, scores);
        return scores;
    }

    private static IEnumerable<BalanceFinding> Changed(BalanceBooks books, string element, MassNetwork network)
    {
        if (FirstChange(books, network) is not var (node, alarm)) return [];
        var period = books.Periods[alarm.Since].Until(books.Periods[alarm.At]);
        var method = $"Weighted least squares over {network.Nodes.Count} places, likelihood ratio of each, self-starting CUSUM of it; one false alarm of the whole network in {Words.Number(books.Policy.RunLength)} periods on average.";
        return Finding((network, element), Localise(network, period, node), (period, method)) is { } finding ? [finding] : [];
    }

    private static IEnumerable<BalanceFinding> Standing(BalanceBooks books, string element, MassNetwork network)
    {
        var method = $"Weighted least squares over {network.Nodes.Count} places and {network.Streams.Count} streams with a search for gross errors; a network without fault gives any finding with a probability of {Words.Percent(books.Policy.NetworkProbability)} at most.";
        return GrossErrorSearch.Find(network.Reconcile(books.All), network.Shape, books.Policy.NetworkProbability)
            .Where(error => error.Kind == GrossErrorKind.Node || IsWeighing(network, error))
            .Select(error => Finding((network, element), error, (books.All, method))).OfType<BalanceFinding>();
    }

    private static bool IsWeighing(MassNetwork network, GrossError error) =>
        network.Streams[error.Index].Kind is NetworkStreamKind.Shipped or NetworkStreamKind.Received;

    private static BalanceFinding? Finding((MassNetwork Network, string Element) of, GrossError error, (LedgerPeriod Period, string Method) at)
    {
        if (!double.IsFinite(error.Size)) return null;
        var amount = new Amount(error.Size, error.StandardUncertainty);
        var (site, sentence) = error.Kind == GrossErrorKind.Node
            ? (of.Network.Nodes[error.Index].Site, Place(of.Network.Nodes[error.Index], of.Element, amount))
            : Weighing(of.Network, error, of.Element);
        return new BalanceFinding(BalanceCheck.Network, site, of.Element, at.Period, amount) { Sentence = sentence, Method = at.Method };
    }

    private static string Place(NetworkNode node, string element, Amount amount) => amount.Value > 0
        ? $"{Words.Kg(amount)} of {element} entered at {node} that no event shows; the books of all its partners fit."
        : $"{Words.Kg(new Amount(-amount.Value, amount.Uncertainty))} of {element} disappeared at {node}; no event shows where to.";

    private static (string Site, string Sentence) Weighing(MassNetwork network, GrossError error, string element)
    {
        var stream = network.Streams[error.Index];
        var bySender = stream.Kind == NetworkStreamKind.Shipped;
        var node = network.Nodes[bySender ? stream.From : stream.To];
        var partner = (network.Nodes[bySender ? stream.To : stream.From], bySender) switch
        {
            ({ RoadTo: { } to }, true) => to,
            var (other, _) => other.Site,
        };
        var much = Words.Kg(new Amount(Math.Abs(error.Size), error.StandardUncertainty));
        var way = bySender ? $"shipments to {partner}" : $"receipts from {partner}";
        return (node.Site, $"{much} of {element} too {(error.Size > 0 ? "much" : "little")} is booked for {way}: the weighing is off, rather than anything added or lost.");
    }
}
