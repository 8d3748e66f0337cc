using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Regression;

/// <summary>Splits for cross-validation, and predictions of cases that were left out of the fit.</summary>
public static class Folds
{
    /// <summary>Contiguous parts of nearly equal size, the first ones longer by one where it does not go even.</summary>
    public static IReadOnlyList<Fold> Contiguous(int cases, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, cases);
        return Of([.. Enumerable.Range(0, count).SelectMany(part => Enumerable.Repeat(part, (cases / count) + (part < cases % count ? 1 : 0)))], count);
    }

    /// <summary>Each case alone.</summary>
    public static IReadOnlyList<Fold> LeaveOneOut(int cases) => Contiguous(cases, cases);

    /// <summary>Parts of nearly equal size in an order drawn with a seed.</summary>
    public static IReadOnlyList<Fold> Shuffled(int cases, int count, int seed)
    {
        int[] order = [.. Enumerable.Range(0, cases)];
        new Random(seed).Shuffle(order);
        var part = new int[cases];
        for (var i = 0; i < cases; i++) part[order[i]] = i % count;
        return Of(part, count);
    }

    /// <summary>Parts that keep the cases of one group together: the largest group first, each to the part that has the fewest cases.</summary>
    public static IReadOnlyList<Fold> Grouped(IReadOnlyList<int> groups, int count)
    {
        var sizes = new int[count];
        var place = new Dictionary<int, int>();
        foreach (var group in groups.GroupBy(group => group).OrderByDescending(group => group.Count()).ThenBy(group => group.Key))
        {
            var lightest = Array.IndexOf(sizes, sizes.Min());
            sizes[lightest] += group.Count();
            place[group.Key] = lightest;
        }

        return Of([.. groups.Select(group => place[group])], count);
    }

    /// <summary>The prediction of each case by the model fitted without its part.</summary>
    public static double[] Predict(Matrix features, double[] target, IReadOnlyList<Fold> folds, Fit fit) => PredictWith(features, target, folds, _ => fit);

    /// <summary>The same with a way of fitting that depends on the cases kept.</summary>
    public static double[] PredictWith(Matrix features, double[] target, IReadOnlyList<Fold> folds, Func<int[], Fit> fit)
    {
        var predicted = new double[target.Length];
        foreach (var fold in folds)
        {
            var model = fit(fold.Kept)(features.TakeRows(fold.Kept), Array.ConvertAll(fold.Kept, i => target[i]));
            foreach (var i in fold.LeftOut) predicted[i] = model.Predict(features.Row(i));
        }

        return predicted;
    }

    private static Fold[] Of(int[] part, int count) => [.. Enumerable.Range(0, count).Select(k => new Fold(
        [.. Enumerable.Range(0, part.Length).Where(i => part[i] != k)], [.. Enumerable.Range(0, part.Length).Where(i => part[i] == k)]))];
}
