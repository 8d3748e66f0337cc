using Voltloop.Kernels.ControlCharts;
using Voltloop.Kernels.MassBalance;

namespace Voltloop.Tracing.Model.Custody;

/// <summary>Ways to find a surplus in a network, for comparing them: the network check, and the usual ones that look at each site alone.</summary>
internal static class Detector
{
    /// <summary>The network check of this room: month of the alarm, site that it names.</summary>
    public static Detection? Network(BalanceBooks books)
    {
        var network = MassNetwork.Of(books, SupplySimulation.Element)!;
        if (NetworkCheck.FirstChange(books, network) is not var (node, alarm)) return null;
        var named = NetworkCheck.Localise(network, books.Periods[alarm.Since].Until(books.Periods[alarm.At]), node);
        return named.Kind == GrossErrorKind.Stream ? new Detection(alarm.At, null) : new Detection(alarm.At, Name(network.Nodes[named.Index]));
    }

    /// <summary>Each site alone: its books of one month do not fit by three standard uncertainties.</summary>
    public static Detection? Threshold(BalanceBooks books) =>
        Alone(books, (scores, _) => Array.FindIndex(scores, score => score > books.Policy.Coverage) is >= 0 and var at ? new CusumAlarm(at, at, scores[at]) : null);

    /// <summary>Each site alone: a CUSUM of its books with the same rate of false alarms as the network check.</summary>
    public static Detection? SiteCusum(BalanceBooks books) => Alone(books, (scores, sites) =>
    {
        var starting = new double[scores.Length];
        SelfStarting.Standardise(scores, starting);
        return Cusum.FirstAlarm(starting, CusumDesign.For(books.Policy.Shift, books.Policy.RunLength * sites));
    });

    // Shipped, kept and lost less extracted and received, in its standard uncertainty.
    private static Detection? Alone(BalanceBooks books, Func<double[], int, CusumAlarm?> alarmOf)
    {
        var network = MassNetwork.Of(books, SupplySimulation.Element)!;
        var reconciled = books.Periods.Select(network.Reconcile).ToArray();
        int[] sites = [.. Enumerable.Range(0, network.Nodes.Count).Where(node => network.Nodes[node].RoadTo is null)];
        return sites.Select(site => (Site: site, Alarm: alarmOf([.. reconciled.Select(period => -period.NodalTest(site))], sites.Length)))
            .Where(found => found.Alarm is not null).OrderBy(found => found.Alarm!.Value.At).ThenByDescending(found => found.Alarm!.Value.Sum)
            .Select(found => new Detection(found.Alarm!.Value.At, network.Nodes[found.Site].Site)).FirstOrDefault();
    }

    private static string? Name(NetworkNode node) => node.RoadTo is null ? node.Site : null;
}
