namespace Voltloop.Tracing.Model.Factory;

/// <summary>Lots that are used up one after another.</summary>
/// <param name="loads">What there is, first in first.</param>
internal sealed class LotQueue(IReadOnlyList<SupplyLoad> loads)
{
    private int _at;
    private double _used;

    /// <summary>What is left.</summary>
    public IEnumerable<SupplyLoad> Left => loads.Skip(_at).Select((load, i) => i == 0 ? load with { Kg = load.Kg - _used } : load);

    /// <summary>Takes so many kg, of as many lots as it needs.</summary>
    /// <exception cref="InvalidOperationException">There is not so much.</exception>
    public IReadOnlyList<SupplyLoad> Take(double kg)
    {
        var taken = new List<SupplyLoad>();
        while (kg > 1e-6)
        {
            if (_at == loads.Count) throw new InvalidOperationException("The made-up chain ran out of a material.");
            var part = Math.Min(kg, loads[_at].Kg - _used);
            if (part > 1e-6) taken.Add(loads[_at] with { Kg = part });
            (kg, _used) = (kg - part, _used + part);
            if (loads[_at].Kg - _used <= 1e-6) (_at, _used) = (_at + 1, 0);
        }

        return taken;
    }
}
