namespace Voltloop.Tracing.Model.Custody;

/// <summary>Keeps the books: one line per operator, site, material, element, custody model and period.</summary>
internal static class Ledger
{
    /// <summary>Ledgers of every key, in the order of keys and periods. Periods before the first movement of a key are left out.</summary>
    public static IReadOnlyList<LedgerLine> Keep(IEnumerable<MassFlow> flows, IReadOnlyList<LedgerPeriod> periods) =>
        [.. flows.GroupBy(flow => new LedgerKey(flow.Operator, flow.Site, flow.Material, flow.Element, flow.Model))
            .OrderBy(group => group.Key.Site, StringComparer.Ordinal).ThenBy(group => group.Key.Material, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Element, StringComparer.Ordinal).ThenBy(group => group.Key.Model)
            .SelectMany(group => Lines(group.Key, [.. group], periods))];

    /// <summary>The books of a site and an element over all its materials, where what is consumed and produced nets to what the process lost.</summary>
    public static IReadOnlyList<LedgerLine> OfSite(IEnumerable<MassFlow> flows, IReadOnlyList<LedgerPeriod> periods)
    {
        MassFlow[] all = [.. flows];
        return all.Length == 0 ? [] : Lines(new LedgerKey("", all[0].Site, "", all[0].Element, CustodyModel.NotStated), all, periods);
    }

    private static List<LedgerLine> Lines(LedgerKey key, MassFlow[] flows, IReadOnlyList<LedgerPeriod> periods)
    {
        var lines = new List<LedgerLine>();
        var byPeriod = flows.ToLookup(flow => PeriodOf(periods, flow.At));
        var opening = Amount.Zero;
        for (var i = 0; i < periods.Count; i++)
        {
            if (lines.Count == 0 && !byPeriod.Contains(i)) continue;
            var line = Line(new LedgerLine(key, periods[i], opening), [.. byPeriod[i]]);
            lines.Add(line);
            opening = line.Counted ?? line.Closing;
        }

        return lines;
    }

    // One pass: a period of a factory may hold a movement for every cell.
    private static LedgerLine Line(LedgerLine empty, MassFlow[] flows)
    {
        Span<Amount> sums = stackalloc Amount[(int)FlowKind.Counted + 1];
        foreach (var flow in flows) sums[(int)flow.Kind] += flow.Mass;
        return empty with
        {
            Extracted = sums[(int)FlowKind.Extracted],
            Received = sums[(int)FlowKind.Received],
            Produced = sums[(int)FlowKind.Produced],
            Consumed = sums[(int)FlowKind.Consumed] + sums[(int)FlowKind.BuiltIn],
            Shipped = sums[(int)FlowKind.Shipped],
            Lost = sums[(int)FlowKind.Lost],
            Counted = Counted(flows),
        };
    }

    /// <summary>Sum of one kind.</summary>
    public static Amount SumOf(IEnumerable<MassFlow> flows, FlowKind kind) => Amount.Sum(flows.Where(flow => flow.Kind == kind).Select(flow => flow.Mass));

    /// <summary>Which period a moment lies in, by its index; -1 for none.</summary>
    public static int PeriodOf(IReadOnlyList<LedgerPeriod> periods, DateTimeOffset at)
    {
        var (low, high) = (0, periods.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (periods[middle].Holds(at)) return middle;
            (low, high) = at < periods[middle].From ? (low, middle - 1) : (middle + 1, high);
        }

        return -1;
    }

    // The last count of each lot that was counted on the last day of counting.
    private static Amount? Counted(MassFlow[] flows)
    {
        MassFlow[] counts = [.. flows.Where(flow => flow.Kind == FlowKind.Counted)];
        if (counts.Length == 0) return null;
        var day = counts.Max(count => count.At).UtcDateTime.Date;
        return Amount.Sum(counts.Where(count => count.At.UtcDateTime.Date == day).GroupBy(count => count.Lot, StringComparer.Ordinal).Select(lot => lot.MaxBy(count => count.At)!.Mass));
    }
}
