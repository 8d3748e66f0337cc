using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.CausalStructure;

/// <summary>
/// The skeleton station by station, with everything at earlier stations held fixed: once the order is known the structure is a matter of regressions
/// on the past (Shojaie and Michailidis, Biometrika 97 (2010) 519). Within a station the PC algorithm runs on what the past does not explain; a
/// variable of an earlier station is joined when it tells something beyond all others of the past and beyond any few neighbours at the same station.
/// The probability of a pair is the largest of its tests, and Benjamini and Hochberg's rule over all pairs draws the line. It needs several rows for each variable.
/// </summary>
internal sealed class StationSearch
{
    private readonly Matrix _correlations;
    private readonly int _rows;
    private readonly StructureSettings _settings;
    private readonly Skeleton _skeleton;

    private StationSearch(Matrix correlations, int rows, StructureSettings settings) =>
        (_correlations, _rows, _settings, _skeleton) = (correlations, rows, settings, new Skeleton(correlations.Rows));

    /// <summary>Learns; <c>null</c> when some variables determine others, so that the past cannot be held fixed.</summary>
    public static Skeleton? Learn((Matrix Correlations, int Rows) of, IReadOnlyList<int> tiers, StructureSettings settings, CancellationToken cancellation)
    {
        var search = new StationSearch(of.Correlations, of.Rows, settings);
        foreach (var station in Enumerable.Range(0, tiers.Count).GroupBy(v => tiers[v]).OrderBy(g => g.Key))
        {
            cancellation.ThrowIfCancellationRequested();
            int[] past = [.. Enumerable.Range(0, tiers.Count).Where(v => tiers[v] < station.Key)];
            if (!search.Add(past, [.. station], cancellation)) return null;
        }

        search.DrawLine();
        return search._skeleton;
    }

    private bool Add(int[] past, int[] here, CancellationToken cancellation)
    {
        var explained = ExplainedPast.TryOf(_correlations, past, here);
        if (explained is null) return false;
        var test = new PartialCorrelation(explained.Remaining, _rows - past.Length);
        var within = NeighbourSearch.Learn(test, new int[here.Length], _settings, cancellation);
        foreach (var (i, j) in within.Pairs)
        {
            if (within.Against(i, j) is not { } against) continue;
            _skeleton.Hear(here[i], here[j], against with { Given = [.. past, .. against.Given.Select(k => here[k])] });
        }

        _skeleton.Tests += within.Tests;
        for (var y = 0; y < here.Length; y++) FromPast(explained, within, y);
        return true;
    }

    private void FromPast(ExplainedPast explained, Skeleton within, int y)
    {
        int[] neighbours = [.. Enumerable.Range(0, within.Size).Where(z => within.Joins(y, z))];
        for (var size = 0; size <= Math.Min(neighbours.Length, _settings.Depth); size++)
        {
            Combinations.Each(neighbours, size, beside =>
            {
                var given = beside.ToArray();
                var partial = explained.WithPast(y, given);
                if (partial.Length == 0) return;
                var test = new PartialCorrelation(_correlations, _rows);
                for (var k = 0; k < partial.Length; k++) Hear(explained, (k, y), (partial[k], given), test);
            });
        }
    }

    private void Hear(ExplainedPast explained, (int Earlier, int Later) pair, (double Correlation, int[] Beside) found, PartialCorrelation test)
    {
        _skeleton.Tests++;
        var (x, y) = (explained.Past[pair.Earlier], explained.Here[pair.Later]);
        var probability = test.Probability(found.Correlation, explained.Past.Count - 1 + found.Beside.Length);
        if (_skeleton.Against(x, y) is { } before && before.Probability >= probability) return;
        _skeleton.Hear(x, y, new Separation([.. explained.Past.Where(v => v != x), .. found.Beside.Select(k => explained.Here[k])], found.Correlation, probability));
    }

    private void DrawLine()
    {
        double[] sorted = [.. _skeleton.Pairs.Select(pair => _skeleton.Against(pair.X, pair.Y)?.Probability ?? 1).Order()];
        var line = -1.0;
        for (var i = 0; i < sorted.Length; i++) if (sorted[i] <= _settings.FalseShare * (i + 1) / sorted.Length) line = sorted[i];
        foreach (var (x, y) in _skeleton.Pairs) _skeleton.Join(x, y, _skeleton.Against(x, y)?.Probability <= line);
    }
}
