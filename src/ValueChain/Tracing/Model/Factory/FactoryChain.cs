namespace Voltloop.Tracing.Model.Factory;

/// <summary>
/// A made-up factory and its supply chain, from ore to packs in use, as EPCIS 2.0 events one after another. Two faults are planted: a
/// mine that ships more cobalt than it digs, and a coater that drifts for an hour. <see cref="Truth"/> says where; nothing else does.
/// </summary>
/// <param name="plan">How many cells, and the seed.</param>
internal sealed class FactoryChain(FactoryPlan plan)
{
    private readonly TruthKeeper _truth = new(plan);

    /// <summary>Cells that are bought in, by identifier.</summary>
    public IReadOnlyList<string> BoughtIn { get; init; } = [];

    /// <summary>What is planted and what was made; complete when all events were read.</summary>
    public PlantedTruth Truth => _truth.Told();

    /// <summary>All events as JSON, each once; can be read once.</summary>
    public IEnumerable<byte[]> Events()
    {
        var supply = new SupplyChain(plan);
        foreach (var one in supply.Events().Concat(BoughtInCells.Events(BoughtIn))) yield return Counted(one);
        _truth.MixedKg = supply.MixedKg;
        var (coils, cells, packs) = (new CoilLine(plan, supply.AtFactory), new CellLine(plan), new PackLine(plan));
        for (var pair = 0; pair < plan.Pairs; pair++)
        {
            var made = SupplyDeliveries.Events(plan, pair).Concat(coils.Events(pair));
            for (var coil = 2 * pair; coil < Math.Min(plan.Coils, (2 * pair) + 2); coil++) made = made.Concat(cells.Events(coil)).Concat(Assembled(packs, coil));
            foreach (var one in made) yield return Counted(one);
            if (pair == plan.Pairs - 1 || MonthEnd(pair + 1) != MonthEnd(pair)) yield return Counted(coils.Count(MonthEnd(pair)));
        }
    }

    /// <summary>The packs of a chain, without its events.</summary>
    public static IEnumerable<PackFacts> Packs(FactoryPlan plan)
    {
        var line = new PackLine(plan);
        for (var cell = 0; cell < plan.Cells; cell++) if (line.Take(cell, null) is { } pack) yield return pack;
    }

    private DateTimeOffset MonthEnd(int pair)
    {
        var at = plan.CoatedFrom(2 * pair);
        return new DateTimeOffset(at.Year, at.Month, 1, 20, 0, 0, TimeSpan.Zero).AddMonths(1).AddDays(-1);
    }

    private byte[] Counted(byte[] one)
    {
        _truth.Events++;
        return one;
    }

    private List<byte[]> Assembled(PackLine line, int coil)
    {
        var told = new List<byte[]>();
        for (var cell = plan.FirstCell(coil); cell < plan.FirstCell(coil + 1); cell++)
        {
            _truth.See(cell);
            if (line.Take(cell, told.Add) is not { } pack) continue;
            _truth.See(pack);
            told.AddRange(FieldLife.Events(pack));
        }

        return told;
    }
}
