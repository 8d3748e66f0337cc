using System.Globalization;
using Voltloop.Kernels.FailureNetworks;

namespace Voltloop.Quality.Model.Experts;

/// <summary>
/// What experts say as a network of failures: ratings of several experts are joined by their geometric mean, strengths by their mean. What they
/// contradict each other in is told by name (after the repairs of expert networks in Kirchhof et al., which this does not do by itself).
/// </summary>
internal sealed class ExpertNetwork
{
    /// <summary>Strength where none is given.</summary>
    public const double UsualStrength = 0.5;

    /// <summary>Probability that a failure has a reason that nobody named.</summary>
    public const double UsualLeak = 0.0001;

    /// <summary>Ratings further apart than this factor contradict each other.</summary>
    public const double Apart = 10;

    private readonly FailureAnalysis _analysis;
    private readonly IReadOnlyList<string> _names;
    private readonly FailureNetwork? _network;

    /// <summary>The network of an analysis.</summary>
    public ExpertNetwork(FailureAnalysis analysis)
    {
        (_analysis, _names) = (analysis, analysis.Names());
        FailureNode[] nodes = [.. _names.Select(Node)];
        var circle = FailureNetwork.Circle(nodes);
        Conflicts = [.. Circle(circle), .. BothWays(), .. Ratings()];
        _network = circle is null ? new FailureNetwork(nodes) : null;
        if (_network is not null) Conflicts = [.. Conflicts, .. Rates()];
    }

    /// <summary>What experts contradict each other in.</summary>
    public IReadOnlyList<ExpertConflict> Conflicts { get; }

    /// <summary>Causes and effects.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>True when causes do not go in a circle, so that there are probabilities.</summary>
    public bool HasProbabilities => _network is not null;

    /// <summary>Number of a cause or effect; -1 when there is none of the name.</summary>
    public int Find(string name) => _names.ToList().FindIndex(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Probability of a failure given what is known; <c>null</c> in a circle or a network too densely tied, NaN when what is known cannot be.</summary>
    public double? Probability(int name, IReadOnlyDictionary<int, bool> known) => _network?.Probability(name, known);

    /// <summary>Whether a way of links leads from one to another.</summary>
    public bool Leads(string from, string to)
    {
        var (open, seen) = (new Stack<string>([from]), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        while (open.TryPop(out var name))
        {
            foreach (var link in _analysis.Links.Where(link => Same(link.Cause, name)))
            {
                if (Same(link.Effect, to)) return true;
                if (seen.Add(link.Effect)) open.Push(link.Effect);
            }
        }

        return false;
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    // A cause that is an effect of others gets its probability from them; its own rating is checked against that.
    private FailureNode Node(string name)
    {
        var causes = _analysis.Links.Where(link => Same(link.Effect, name)).GroupBy(link => Find(link.Cause)).Select(same => (same.Key, same.Average(link => link.Strength ?? UsualStrength))).ToList();
        return new FailureNode(causes.Count > 0 ? UsualLeak : Rated(name) ?? UsualLeak, causes);
    }

    private double? Rated(string name)
    {
        double[] rates = [.. Rates(name)];
        return rates.Length == 0 ? null : Math.Exp(rates.Average(Math.Log));
    }

    private IEnumerable<double> Rates(string name) => _analysis.Links.Where(link => Same(link.Cause, name)).Select(link => link.Rate).OfType<double>().Where(rate => rate > 0);

    private IEnumerable<ExpertConflict> Circle(IReadOnlyList<int>? circle)
    {
        if (circle is not null) yield return new("circle", $"Causes go in a circle: {string.Join(" → ", circle.Select(node => _names[node]))}. No probabilities follow from it.");
    }

    private IEnumerable<ExpertConflict> BothWays() =>
        from link in _analysis.Links
        where string.CompareOrdinal(link.Cause, link.Effect) < 0 && _analysis.Links.Any(other => Same(other.Cause, link.Effect) && Same(other.Effect, link.Cause))
        group link by (link.Cause, link.Effect) into pair
        select new ExpertConflict("both ways", $"{pair.Key.Cause} and {pair.Key.Effect} are each named as cause of the other{Who(pair.Key.Cause, pair.Key.Effect)}.");

    private string Who(string left, string right)
    {
        string[] names = [.. _analysis.Links.Where(link => (Same(link.Cause, left) && Same(link.Effect, right)) || (Same(link.Cause, right) && Same(link.Effect, left))).Select(link => link.Expert).OfType<string>().Distinct(StringComparer.Ordinal)];
        return names.Length == 0 ? "" : $" ({string.Join(", ", names)})";
    }

    private IEnumerable<ExpertConflict> Ratings()
    {
        foreach (var name in _names)
        {
            FailureLink[] rated = [.. _analysis.Links.Where(link => Same(link.Cause, name) && link.Rate > 0).OrderBy(link => link.Rate)];
            if (rated.Length < 2 || rated[^1].Rate < Apart * rated[0].Rate) continue;
            yield return new("ratings", string.Create(CultureInfo.InvariantCulture, $"{name} is rated {rated[0].Rate:G2}{By(rated[0])} and {rated[^1].Rate:G2}{By(rated[^1])}."));
        }
    }

    private static string By(FailureLink link) => link.Expert is null ? "" : $" by {link.Expert}";

    private IEnumerable<ExpertConflict> Rates()
    {
        foreach (var name in _names.Where(name => _analysis.Links.Any(link => Same(link.Effect, name))))
        {
            if (Rated(name) is not { } rated || Probability(Find(name), new Dictionary<int, bool>()) is not { } follows) continue;
            if (rated > Apart * follows || follows > Apart * rated) yield return new("rate", string.Create(CultureInfo.InvariantCulture, $"{name} is rated {rated:G2}, but {follows:G2} follows from its causes."));
        }
    }
}
