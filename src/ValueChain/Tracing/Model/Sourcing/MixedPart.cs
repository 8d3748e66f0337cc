namespace Voltloop.Tracing.Model.Sourcing;

/// <summary>What goes into a mixture and holds the element.</summary>
/// <param name="Shares">Part of its element that stems from each lot, 0 to 1.</param>
/// <param name="Kilograms">Its mass, kg; <c>null</c> when no event says.</param>
/// <param name="Fraction">Mass fraction of the element in it; <c>null</c> when no event says.</param>
internal sealed record MixedPart(IReadOnlyDictionary<string, double> Shares, double? Kilograms, double? Fraction)
{
    /// <summary>
    /// Mixes parts by the mass of the element in each, or by all their mass where the content of one of them is not known. Parts
    /// without a mass, such as cells, count as much as an average part.
    /// </summary>
    public static (Dictionary<string, double> Shares, bool ByElement) Mix(IReadOnlyList<MixedPart> parts)
    {
        var byElement = parts.All(part => part.Kilograms is not null && part.Fraction is not null);
        double?[] weights = [.. parts.Select(part => byElement ? part.Kilograms * part.Fraction : part.Kilograms)];
        var usual = weights.OfType<double>().DefaultIfEmpty(1).Average();
        var all = weights.Sum(weight => weight ?? usual);
        var mixed = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < parts.Count; i++)
        {
            foreach (var (lot, share) in parts[i].Shares) mixed[lot] = mixed.GetValueOrDefault(lot) + (share * (weights[i] ?? usual) / all);
        }

        return (mixed, byElement);
    }
}
