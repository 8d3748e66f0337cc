namespace Voltloop.Kernels.CausalStructure;

/// <summary>
/// The skeleton by the PC algorithm (Spirtes, Glymour and Scheines, Causation, Prediction, and Search, 2000, 5.4.2) in the form that does not
/// depend on the order of columns (Colombo and Maathuis, JMLR 15 (2014) 3741), with stations as tiers (Spirtes et al., p. 93; Andrews et al. 2021,
/// arXiv:2108.13395): nothing later than both is conditioned on, and between stations only neighbours of the later one, among which its causes are
/// (local Markov property). Of all conditioning sets the one with the largest probability decides, so that the set does not depend on the order either.
/// </summary>
internal sealed class NeighbourSearch
{
    private readonly PartialCorrelation _test;
    private readonly IReadOnlyList<int> _tiers;
    private readonly StructureSettings _settings;
    private readonly Skeleton _skeleton;

    private NeighbourSearch(PartialCorrelation test, IReadOnlyList<int> tiers, StructureSettings settings) =>
        (_test, _tiers, _settings, _skeleton) = (test, tiers, settings, new Skeleton(test.Variables));

    /// <summary>Learns.</summary>
    public static Skeleton Learn(PartialCorrelation test, IReadOnlyList<int> tiers, StructureSettings settings, CancellationToken cancellation)
    {
        var search = new NeighbourSearch(test, tiers, settings);
        for (var depth = 0; depth <= settings.Depth && search.Round(depth, cancellation); depth++)
        {
        }

        return search._skeleton;
    }

    // Neighbours are those at the begin of the round, whatever it removes. False when no pair has as many neighbours.
    private bool Round(int depth, CancellationToken cancellation)
    {
        var all = Enumerable.Range(0, _skeleton.Size);
        int[][] neighbours = [.. all.Select(x => depth == 0 ? [] : all.Where(y => _skeleton.Joins(x, y)).ToArray())];
        var any = false;
        foreach (var (x, y) in _skeleton.Pairs)
        {
            if (depth > 0 && !_skeleton.Joins(x, y)) continue;
            cancellation.ThrowIfCancellationRequested();
            if (_skeleton.Tests > StructureSettings.MaxTests)
            {
                _skeleton.IsCut = true;
                return false;
            }

            any |= Try(x, y, depth, neighbours);
        }

        return any;
    }

    private bool Try(int x, int y, int depth, int[][] neighbours)
    {
        var tried = false;
        foreach (var side in Sides(x, y, neighbours))
        {
            if (side.Length < depth) continue;
            tried = true;
            Combinations.Each(side, depth, given => Test(x, y, given));
        }

        _skeleton.Join(x, y, !(_skeleton.Against(x, y)?.Probability > _settings.Alpha));
        return tried;
    }

    private IEnumerable<int[]> Sides(int x, int y, int[][] neighbours)
    {
        var latest = Math.Max(_tiers[x], _tiers[y]);
        int[] Of(int of, int other) => [.. neighbours[of].Where(z => z != other && _tiers[z] <= latest)];
        if (_tiers[x] <= _tiers[y]) yield return Of(y, x);
        if (_tiers[y] < _tiers[x] || (_tiers[x] == _tiers[y] && neighbours[x].Length > 0)) yield return Of(x, y);
    }

    private void Test(int x, int y, ReadOnlySpan<int> given)
    {
        _skeleton.Tests++;
        var correlation = _test.Of(x, y, given);
        if (!double.IsNaN(correlation)) _skeleton.Hear(x, y, new Separation(given.ToArray(), correlation, _test.Probability(correlation, given.Length)));
    }
}
