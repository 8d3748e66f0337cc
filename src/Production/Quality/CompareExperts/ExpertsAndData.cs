using System.Globalization;
using Voltloop.Kernels.Distributions;
using Voltloop.Quality.LearnStructure;
using Voltloop.Quality.Model.Experts;

namespace Voltloop.Quality.CompareExperts;

/// <summary>Puts what experts say beside a structure that was learned from units.</summary>
internal sealed class ExpertsAndData
{
    // Two sides of 95 %.
    private const double Tail = 0.025;

    // An edge that experts name has even odds before the data are seen.
    private const double PriorOdds = 1;

    private const double Sure = 0.001;

    private readonly StationTable _table;
    private readonly StructureLearning _learned;
    private readonly double _useful;

    /// <summary>Learns from the table.</summary>
    public ExpertsAndData(StationTable table, double useful, CancellationToken cancellation) =>
        (_table, _useful, _learned) = (table, useful, StructureLearning.Of(table, new StructureRequest(Halves: 0), cancellation));

    /// <summary>What the data say of each link.</summary>
    public IEnumerable<LinkVerdict> Verdicts(FailureAnalysis analysis) =>
        analysis.Links.Select(link => (link.Cause, link.Effect)).Distinct().Select(link => Verdict(link.Cause, link.Effect));

    /// <summary>Edges that are sure in the data, of things that experts know, and that no expert names; and rates that counts contradict.</summary>
    public IEnumerable<ExpertConflict> Conflicts(FailureAnalysis analysis, ExpertNetwork network)
    {
        foreach (var edge in _learned.Structure.Edges.Where(edge => edge.Weakest.Probability < Sure).OrderBy(edge => edge.Weakest.Probability))
        {
            var (from, to) = (Known(network, edge.From), Known(network, edge.To));
            if (from is null || to is null || network.Leads(from, to) || network.Leads(to, from)) continue;
            yield return new("data alone", string.Create(CultureInfo.InvariantCulture, $"The data join {from} and {to} (partial correlation {edge.Weakest.Correlation:0.00}); no expert names a link."));
        }

        foreach (var name in analysis.Names()) if (Count(name, analysis) is { } conflict) yield return conflict;
    }

    private string? Known(ExpertNetwork network, int variable) => network.Names.FirstOrDefault(name => _table.TryFind(name) == variable);

    private LinkVerdict Verdict(string cause, string effect)
    {
        var (x, y) = (_table.TryFind(cause), _table.TryFind(effect));
        if (x < 0 || y < 0) return new(cause, effect, "not measured", $"There is no column {(x < 0 ? cause : effect)}.");
        var plain = _learned.Test.Of(x, y, []);
        var (low, high) = _learned.Test.Interval(plain, 0, 1 - (2 * Tail));
        var (verdict, says) = Judge((x, y), (plain, low, high));
        return new(cause, effect, verdict, says) { Correlation = plain, Interval = [low, high], Probability = Direct(x, y) };
    }

    private (string Verdict, string Says) Judge((int X, int Y) of, (double Plain, double Low, double High) found)
    {
        var structure = _learned.Structure;
        if (_table.Variables[of.X].Station > _table.Variables[of.Y].Station) return ("order", "The cause is measured at a later station than its effect.");
        if (structure.Joins(of.X, of.Y)) return structure.Causes(of.Y, of.X) ? ("order", "The data join the two the other way round.") : ("confirmed", structure.IsOpen(of.X, of.Y) ? "Joined in the data; the direction is open there." : "Joined in the data, in this direction.");
        if (Way(of.X, of.Y) is { } way) return ("through others", $"In the data through {string.Join(", ", way)}.");
        return Math.Max(Math.Abs(found.Low), Math.Abs(found.High)) < _useful
            ? ("no effect", string.Create(CultureInfo.InvariantCulture, $"The correlation is {found.Low:0.00} to {found.High:0.00}: no rising or falling effect above {_useful:0.##}."))
            : ("undecided", "Not joined in the data, but there are too few units to rule an effect of use out.");
    }

    // The shortest way along edges that may point this way, without its ends.
    private string[]? Way(int from, int to)
    {
        var (before, open) = (new Dictionary<int, int> { [from] = from }, new Queue<int>([from]));
        while (open.TryDequeue(out var x) && !before.ContainsKey(to))
        {
            for (var y = 0; y < _table.Variables.Count; y++) if ((_learned.Structure.Causes(x, y) || _learned.Structure.IsOpen(x, y)) && before.TryAdd(y, x)) open.Enqueue(y);
        }

        if (!before.ContainsKey(to)) return null;
        var way = new List<string>();
        for (var x = before[to]; x != from; x = before[x]) way.Insert(0, _table.Variables[x].Name);
        return [.. way];
    }

    // The approximation of a Bayes factor by BIC (Wagenmakers, Psychon. Bull. Rev. 14 (2007) 779) for the test that came closest to taking the edge away.
    private double? Direct(int x, int y)
    {
        if (_learned.Structure.Against(x, y) is not { } against) return null;
        var logFactor = (-_table.Rows / 2.0 * Math.Log(1 - Math.Min(against.Correlation * against.Correlation, 1 - 1e-12))) - (Math.Log(_table.Rows) / 2);
        return 1 / (1 + Math.Exp(-Math.Clamp(Math.Log(PriorOdds) + logFactor, -700, 700)));
    }

    // Exact interval of Clopper and Pearson for what is counted in a column of 0 and 1.
    private ExpertConflict? Count(string name, FailureAnalysis analysis)
    {
        double[] rates = [.. analysis.Links.Where(link => string.Equals(link.Cause, name, StringComparison.OrdinalIgnoreCase)).Select(link => link.Rate).OfType<double>().Where(rate => rate > 0)];
        if (rates.Length == 0 || _table.TryFind(name) is not (>= 0 and var column) || _table.Columns[column].Any(value => value is not (0 or 1))) return null;
        var (rated, units, count) = (Math.Exp(rates.Average(Math.Log)), _table.Rows, (int)_table.Columns[column].Sum());
        var low = count == 0 ? 0 : Beta.Quantile(Tail, count, units - count + 1);
        var high = count == units ? 1 : Beta.Quantile(1 - Tail, count + 1, units - count);
        return rated >= low && rated <= high ? null : new("count", string.Create(CultureInfo.InvariantCulture, $"{name} is rated {rated:G2}, but {count} of {units} units have it ({low:G2} to {high:G2})."));
    }
}
