namespace Voltloop.Tracing.Model.Factory;

/// <summary>Notes what is planted while a chain is made.</summary>
/// <param name="plan">Of which chain.</param>
internal sealed class TruthKeeper(FactoryPlan plan)
{
    private readonly List<string> _cells = [];
    private readonly List<string> _packs = [];
    private int _madePacks;

    /// <summary>Events so far.</summary>
    public long Events { get; set; }

    /// <summary>Cobalt that was mixed in, kg.</summary>
    public double MixedKg { get; set; }

    /// <summary>Looks at a cell.</summary>
    public void See(int cell)
    {
        if (IsAffected(cell)) _cells.Add(FactoryNames.Cell(cell));
    }

    /// <summary>Looks at a pack.</summary>
    public void See(PackFacts pack)
    {
        _madePacks++;
        if (pack.Cells.Any(IsAffected)) _packs.Add(FactoryNames.Pack(pack.Number));
    }

    /// <summary>What was planted.</summary>
    public PlantedTruth Told() => new(plan.Cells, plan.Seed, Events)
    {
        Packs = _madePacks,
        MixingMine = new PlantedMixing(SupplyChain.MixingMineOf(plan).Site.Id, "Co", SupplyChain.Day(SupplyChain.MixedSince, 0), Math.Round(MixedKg, 1)) { PartOfShipments = SupplyChain.MixedPart },
        Coater = new PlantedDrift(FactorySites.Factory.At(FactoryNames.Coater(true, FactoryPlan.DriftingCoater)), FactoryPlan.DriftFrom, FactoryPlan.DriftBefore, FactoryNames.Coil(true, plan.DriftingCoil))
        {
            FromMetre = Stretch.From, ToMetre = Stretch.To, Cells = _cells, Packs = _packs,
        },
    };

    private (double From, double To) Stretch => (MetreAt(FactoryPlan.DriftFrom), MetreAt(FactoryPlan.DriftBefore));

    private double MetreAt(DateTimeOffset at) => Math.Clamp((at - plan.CoatedFrom(plan.DriftingCoil)).TotalMinutes * FactoryPlan.CoaterSpeed, 0, FactoryPlan.CoilMetres);

    private bool IsAffected(int cell)
    {
        var origin = plan.OriginOf(cell);
        return origin.Coil == plan.DriftingCoil && origin.FromMetre < Stretch.To && Stretch.From < origin.ToMetre;
    }
}
