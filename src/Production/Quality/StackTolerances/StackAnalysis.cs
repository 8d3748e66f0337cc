using Voltloop.Core.Problems;
using Voltloop.Kernels.Distributions;
using Voltloop.Kernels.Tolerances;
using Voltloop.Quality.ReadTables;

namespace Voltloop.Quality.StackTolerances;

/// <summary>Works a table of contributors out; what columns it has decides the kind.</summary>
internal static class StackAnalysis
{
    private const int Bars = 64;
    private const double TailBeyond3 = 0.00135;

    /// <summary>Works out.</summary>
    /// <exception cref="ProblemException">The table or the request does not allow it.</exception>
    public static StackResource Of(DelimitedTable table, StackRequest request, IReadOnlyDictionary<string, double[]>? live = null)
    {
        var (rows, asked) = (new StackRows(table, live), request.Checked());
        var (kind, stacks, layouts) = Read(rows, table);
        var stack = asked.Stack is { Length: > 0 } name ? stacks.FirstOrDefault(one => one.Name == name) ?? throw new ProblemException(CommonProblems.NotFound, $"There is no stack \"{name}\".", "stack", $"There are {string.Join(", ", stacks.Select(one => one.Name))}.") : stacks[^1];
        var sum = StackSumResource.Of(stack);
        if (!(sum.Sigma > 0)) throw new ProblemException(QualityProblems.ConstantData, $"Nothing in \"{stack.Name}\" varies: every tolerance is 0.", stack.Name);
        return new StackResource(table.Name, kind, stack.Name)
        {
            Sums = [.. stacks.Select(StackSumResource.Of)], Layouts = layouts, Contributors = Contributors(stack, sum.Sigma), Simulation = Simulated(stack, sum, asked),
            Allocation = asked.Allocate is { } bound ? StackAllocation.Of(stack, bound, asked.By == "worst") : [], Notes = [.. Notes(stack)],
        };
    }

    private static (string Kind, IReadOnlyList<NamedStack> Stacks, IReadOnlyList<LayoutResource> Layouts) Read(StackRows rows, DelimitedTable table)
    {
        if (rows.Count == 0) throw new ProblemException(CommonProblems.MalformedInput, "The table has no contributor.", table.Name, StackRows.Layout);
        if (rows.Has("nx"))
        {
            var (stacks, layouts) = LocatorStacks.Read(rows);
            return ("locators", stacks, layouts);
        }

        if (rows.Has("unknown")) return ("loop", LoopStacks.Read(rows), []);
        return rows.Has("nominal") || rows.Has("measured") || rows.Has("distribution") ? ("linear", LinearStacks.Read(rows), [])
            : throw new ProblemException(CommonProblems.MalformedInput, $"A stack needs the columns name, nominal and tolerance; there are {string.Join(", ", table.Columns)}.", table.Name, StackRows.Layout);
    }

    private static ContributorResource[] Contributors(NamedStack stack, double sigma) =>
        [.. stack.Contributors.Where(one => one.Variation.Sigma > 0 || one.Half > 0).OrderByDescending(one => one.Brings)
            .Select(one => new ContributorResource(one.Name, one.Count, one.Middle, one.Half, one.Variation.Name, one.Variation.Sigma, one.Sensitivity, 100 * one.Brings * one.Brings / (sigma * sigma)))];

    private static SimulationResource Simulated(NamedStack stack, StackSumResource sum, StackRequest request)
    {
        var runs = request.Runs ?? StackRequest.UsualRuns;
        var draws = runs * stack.Contributors.Sum(one => one.Variation.Table.Count > 0 ? (long)one.Count : 1);
        if (draws > StackRequest.MaxDraws) throw new ProblemException(CommonProblems.LimitExceeded, $"{runs} runs would draw {draws} dimensions; the limit StackRequest.MaxDraws is {StackRequest.MaxDraws}.", "runs");
        var (lower, upper, seed) = (request.Lsl ?? double.NegativeInfinity, request.Usl ?? double.PositiveInfinity, request.Seed ?? 1);
        var found = StackSimulation.Run(stack.Contributors, runs, (ulong)seed, (lower, upper));
        var limited = double.IsFinite(lower) || double.IsFinite(upper);
        var (bars, range) = Coarse(found);
        return new SimulationResource(found.Runs, seed, found.Mean, found.MeanError, found.Sigma, found.SigmaError)
        {
            Skewness = found.Skewness, Kurtosis = found.Kurtosis, Quantiles = [found.Quantile(TailBeyond3), found.Quantile(0.5), found.Quantile(1 - TailBeyond3)], Lsl = request.Lsl, Usl = request.Usl,
            RejectsPpm = limited ? 1e6 * found.Rejects : null, RejectsErrorPpm = limited ? 1e6 * found.RejectsError : null,
            NormalPpm = limited ? 1e6 * (Tail((upper - sum.Mean) / sum.Sigma) + Tail((sum.Mean - lower) / sum.Sigma)) : null, Histogram = bars, HistogramRange = range,
        };
    }

    private static double Tail(double z) => double.IsPositiveInfinity(z) ? 0 : Normal.Upper(z);

    // The classes of the simulation that are not empty at the ends, joined to bars.
    private static (long[] Bars, double[] Range) Coarse(SimulatedStack found)
    {
        var (first, last, width) = (0, found.Counts.Count, (found.To - found.From) / found.Counts.Count);
        while (found.Counts[first] == 0) first++;
        while (found.Counts[last - 1] == 0) last--;
        var step = Math.Max(1, (last - first + Bars - 1) / Bars);
        long[] bars = [.. found.Counts.Skip(first).Take(last - first).Chunk(step).Select(chunk => chunk.Sum())];
        return (bars, [found.From + (width * first), found.From + (width * (first + (bars.Length * step)))]);
    }

    private static IEnumerable<string> Notes(NamedStack stack)
    {
        if (stack.Contributors.Any(one => one.Half <= 0 && one.Variation.Sigma <= 0 && one.Name != LoopStacks.Still)) yield return "Dimensions without a tolerance are taken as exact.";
        if (stack.Contributors.Where(one => one.Half > 0).Any(one => Math.Abs(one.Variation.Mean - one.Middle) > one.Half)) yield return "The mean of a measured dimension lies outside its tolerance: closed forms that start from tolerances do not hold for it.";
        yield return "Worst case, root of the sum of squares and Cf start from tolerances; mean, standard deviation and the simulation from distributions. A normal dimension has three standard deviations in half its tolerance unless sigmas says otherwise. Dimensions vary independently.";
    }
}
