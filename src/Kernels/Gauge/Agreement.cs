namespace Voltloop.Kernels.Gauge;

/// <summary>Agreement of appraisers who judge by kinds.</summary>
public static class Agreement
{
    /// <summary>Agreement of two beyond chance (Cohen 1960); NaN when both always say the same one kind.</summary>
    /// <param name="first">Judgements of the one.</param>
    /// <param name="second">Judgements of the other on the same items.</param>
    public static double Cohen(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(second.Count, first.Count);
        var kinds = first.Concat(second).Distinct(StringComparer.Ordinal).ToArray();
        double n = first.Count;
        var same = first.Zip(second).Count(pair => pair.First == pair.Second) / n;
        var chance = kinds.Sum(kind => first.Count(said => said == kind) / n * (second.Count(said => said == kind) / n));
        return Math.Abs(1 - chance) < 1e-12 ? double.NaN : (same - chance) / (1 - chance);
    }

    /// <summary>Agreement of several beyond chance (Fleiss 1971); NaN when all always say the same one kind.</summary>
    /// <param name="judgements">For each item all judgements, as many for each.</param>
    public static double Fleiss(IReadOnlyList<IReadOnlyList<string>> judgements)
    {
        double raters = judgements[0].Count;
        var all = judgements.SelectMany(item => item).ToArray();
        var kinds = all.GroupBy(said => said, StringComparer.Ordinal).ToArray();
        var same = judgements.Average(item => (item.GroupBy(said => said, StringComparer.Ordinal).Sum(kind => Math.Pow(kind.Count(), 2)) - raters) / (raters * (raters - 1)));
        var chance = kinds.Sum(kind => Math.Pow(kind.Count() / (double)all.Length, 2));
        return Math.Abs(1 - chance) < 1e-12 ? double.NaN : (same - chance) / (1 - chance);
    }
}
