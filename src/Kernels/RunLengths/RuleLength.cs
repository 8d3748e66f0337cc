using Voltloop.Kernels.ControlCharts;
using Voltloop.Kernels.Distributions;

namespace Voltloop.Kernels.RunLengths;

/// <summary>
/// Average run length of a Shewhart chart with run rules. Rules by zones form a Markov chain that is followed exactly (Champ and
/// Woodall, Technometrics 29, 1987); trend and alternation compare neighbours, and are simulated from a seed.
/// </summary>
public static class RuleLength
{
    /// <summary>Seed of simulations when none is given.</summary>
    public const int UsualSeed = 1984;

    private const int MostSteps = 4_000_000;
    private const int FewestSteps = 64;
    private const double Settled = 1e-14;
    private const int PilotRuns = 200;
    private const int FewestRuns = 400;
    private const int MostRuns = 50_000;
    private const double PointBudget = 1e6;
    private const int LongestRun = 2_000_000;

    /// <summary>Points until a rule is broken.</summary>
    /// <param name="rules">At least one.</param>
    /// <param name="shift">Shift of the mean, standard deviations of the point.</param>
    /// <param name="limit">Limits, standard deviations.</param>
    /// <param name="seed">Of the simulation, where one is needed.</param>
    public static RunLength Of(RunRules rules, double shift, double limit = 3, int seed = UsualSeed)
    {
        if (rules == RunRules.None) return new RunLength(double.PositiveInfinity, 0, "no rule is on");
        return (rules & RunRules.OfNeighbours) == RunRules.None ? new RunLength(Chain(rules, shift, limit), 0, "Markov chain (Champ and Woodall 1987)") : Simulated(rules, (shift, limit), seed);
    }

    private static double Chain(RunRules rules, double shift, double limit)
    {
        var (next, probability) = (Reached(rules), Probabilities(shift, limit));
        var now = new double[next.Count];
        now[0] = 1;
        var (length, alive, ratio, steady) = (0.0, 1.0, 0.0, 0);
        for (var step = 0; step < MostSteps && alive > 0; step++)
        {
            length += alive;
            now = Stepped(next, probability, now);
            var left = now.Sum();
            // Once survival falls by the same factor in every step, the rest is a geometric series.
            steady = Math.Abs((left / alive) - ratio) < Settled ? steady + 1 : 0;
            (ratio, alive) = (left / alive, left);
            if (steady >= 4 && step >= FewestSteps) return length + (alive / (1 - ratio));
        }

        return length;
    }

    // Places to go from each state by zone; -1 is the signal. State 0 is the start.
    private static List<int[]> Reached(RunRules rules)
    {
        var (known, order, next) = (new Dictionary<ZoneMemory, int> { [default] = 0 }, new List<ZoneMemory> { default }, new List<int[]>());
        for (var i = 0; i < order.Count; i++)
        {
            var row = new int[ZoneMemory.Zones];
            for (var zone = 0; zone < row.Length; zone++)
            {
                var after = order[i].Step(zone, rules, out var broken);
                row[zone] = -1;
                if (broken != RunRules.None) continue;
                if (!known.TryGetValue(after, out row[zone]))
                {
                    known[after] = row[zone] = order.Count;
                    order.Add(after);
                }
            }

            next.Add(row);
        }

        return next;
    }

    private static double[] Probabilities(double shift, double limit)
    {
        double[] edges = [double.NegativeInfinity, -limit, -2, -1, 0, 1, 2, limit, double.PositiveInfinity];
        double Below(double edge) => double.IsInfinity(edge) ? (edge > 0 ? 1 : 0) : Normal.Cumulative(edge - shift);
        return [.. Enumerable.Range(0, ZoneMemory.Zones).Select(zone => Math.Max(0, Below(edges[zone + 1]) - Below(edges[zone])))];
    }

    private static double[] Stepped(List<int[]> next, double[] probability, double[] now)
    {
        var after = new double[now.Length];
        for (var i = 0; i < now.Length; i++)
        {
            for (var zone = 0; zone < probability.Length && now[i] > 0; zone++)
            {
                if (next[i][zone] >= 0) after[next[i][zone]] += now[i] * probability[zone];
            }
        }

        return after;
    }

    // A few runs first say how many the budget of points allows; they do not count.
    private static RunLength Simulated(RunRules rules, (double Shift, double Limit) of, int seed)
    {
        var (random, watch) = (new NormalSource(seed), new RuleWatch(rules, of.Limit));
        var pilot = Enumerable.Range(0, PilotRuns).Average(_ => Run(watch, random, of.Shift));
        var runs = (int)Math.Clamp(PointBudget / pilot, FewestRuns, MostRuns);
        var (sum, squares) = (0.0, 0.0);
        for (var i = 0; i < runs; i++)
        {
            var length = Run(watch, random, of.Shift);
            (sum, squares) = (sum + length, squares + (length * length));
        }

        var mean = sum / runs;
        return new RunLength(mean, Math.Sqrt(Math.Max(0, (squares / runs) - (mean * mean)) / (runs - 1)), $"simulation of {runs} runs, seed {seed}");
    }

    private static double Run(RuleWatch watch, NormalSource random, double shift)
    {
        watch.Restart();
        var length = 1;
        while (watch.Look(random.Next() + shift) == RunRules.None && length < LongestRun) length++;
        return length;
    }
}
