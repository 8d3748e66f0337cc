namespace Voltloop.Tracing.Model.Factory;

/// <summary>
/// Which part of each lot of cobalt comes from a mine with a valid certificate, as mines and refiners claim it. Makers of powder
/// claim nothing: a claim is about a lot, and theirs hold several metals.
/// </summary>
internal sealed class ClaimedLots
{
    // A refiner claims a little less than its input allows, so that errors of weighing do not make it claim too much.
    private const double Reserve = 0.96;

    private readonly Dictionary<SupplyLot, double> _parts = [];

    /// <summary>A lot that was dug; <c>null</c> when it is not of cobalt.</summary>
    public double? Dug(SupplyLot lot, DateTimeOffset at) => lot.Product == Commodities.Cobalt.Ore ? _parts[lot] = MineCertificates.IsValid(lot.Site, at) ? 1 : 0 : null;

    /// <summary>A lot made of others; <c>null</c> when nobody claims anything of it.</summary>
    public double? Made(SupplyLot lot, IReadOnlyList<SupplyLoad> inputs)
    {
        var of = Commodities.Cobalt;
        if (lot.Product != of.Concentrate && lot.Product != of.Refined) return null;
        var all = inputs.Sum(load => load.Of(of.Element));
        var part = all > 0 ? inputs.Sum(load => load.Of(of.Element) * _parts.GetValueOrDefault(load.Lot)) / all : 0;
        return _parts[lot] = lot.Product == of.Refined ? Math.Floor(100 * Reserve * part) / 100 : part;
    }
}
