namespace Voltloop.Tracing.Model.Factory;

/// <summary>From lanes to graded cells: stacking one by one, filling and formation by trays, grading one by one.</summary>
/// <param name="plan">What is made.</param>
internal sealed class CellLine(FactoryPlan plan)
{
    private const int TrayCells = 40;
    private const int Fillers = 3;
    private const int Chambers = 8;
    private const int Testers = 6;
    private const double SheetMetres = 0.2;
    private const double ElectrolyteKg = 0.085;
    private const double SeparatorKg = 0.027;

    /// <summary>The events of the cells of a coil.</summary>
    public IEnumerable<byte[]> Events(int coil)
    {
        var (first, end) = (plan.FirstCell(coil), plan.FirstCell(coil + 1));
        for (var cell = first; cell < end; cell++) yield return Stacking(cell);
        for (var tray = first; tray < end; tray += TrayCells)
        {
            int[] cells = [.. Enumerable.Range(tray, Math.Min(TrayCells, end - tray))];
            yield return Filling(cells);
            yield return Formation(cells);
        }

        for (var cell = first; cell < end; cell++) yield return Grading(cell);
    }

    /// <summary>When a cell is graded.</summary>
    public static DateTimeOffset GradedAt(FactoryPlan plan, int cell) => StackedAt(plan, cell).AddDays(16).AddMinutes(7);

    // Four lanes of a coil run side by side, a cell a minute each, two shifts a day.
    private static DateTimeOffset StackedAt(FactoryPlan plan, int cell)
    {
        var origin = plan.OriginOf(cell);
        return FactoryPlan.FirstDay.AddDays(plan.SlotOf(origin.Coil).Day + 2).AddHours(6 + (5 * plan.SlotOf(origin.Coil).Slot)).AddSeconds((60 * origin.Place) + (15 * origin.Lane));
    }

    // Which stacker works on which lane changes from coil to coil, so that coaters and stackers can be told apart.
    private int Stacker(CellOrigin origin) => ((FactoryPlan.Lanes * plan.CoaterOf(origin.Coil)) + origin.Lane + (5 * plan.SlotOf(origin.Coil).Slot) + (7 * plan.SlotOf(origin.Coil).Day)) % (FactoryPlan.Lanes * plan.Coaters);

    private byte[] Stacking(int cell)
    {
        var (origin, at) = (plan.OriginOf(cell), StackedAt(plan, cell));
        var (cathode, anode) = (FactoryNames.Lane(true, origin.Coil, origin.Lane), FactoryNames.Lane(false, origin.AnodeCoil, origin.Lane));
        var area = FactoryPlan.CellMetres * SheetMetres;
        var (from, to) = (origin.FromMetre - FactoryPlan.LeaderMetres, origin.ToMetre - FactoryPlan.LeaderMetres);
        return ChainEvent.Transformation(at, "assembling").Key("assembly").Where(FactorySites.Factory, FactoryNames.Machine("STACKER", Stacker(origin))).Shift(at)
            .Things("inputEPCList", cathode, anode).Lots("inputQuantityList", (FactoryProducts.Separator.Lot(SupplyDeliveries.Lot(origin.Coil / 2)), SeparatorKg)).Things("outputEPCList", FactoryNames.Cell(cell))
            .Parts(new ChainPart(cathode, null, area * CoilLine.AreaKg(true)) { FromMetre = from, ToMetre = to }, new ChainPart(anode, null, area * CoilLine.AreaKg(false)) { FromMetre = from, ToMetre = to })
            .Number("voltloop:sheets", FactoryPlan.Sheets, 0).End();
    }

    private byte[] Filling(int[] cells)
    {
        var at = StackedAt(plan, cells[^1]).AddHours(20);
        var machine = FactoryNames.Machine("FILLER", cells[0] / TrayCells % Fillers);
        var lot = FactoryProducts.Electrolyte.Lot(SupplyDeliveries.Lot(plan.OriginOf(cells[0]).Coil / 2));
        (string Cell, double Kg)[] filled = [.. cells.Select(cell => (FactoryNames.Cell(cell), Math.Round(ElectrolyteKg * (1 + (0.006 * plan.Noise.Normal(Chance.Filled, cell))), 5)))];
        var told = ChainEvent.Transformation(at, "other").Key("filling").Where(FactorySites.Factory, machine).Shift(at)
            .Lots("inputQuantityList", (lot, filled.Sum(cell => cell.Kg))).Things("outputEPCList", [.. filled.Select(cell => cell.Cell)])
            .Parts([.. filled.Select(cell => new ChainPart(lot, cell.Cell, cell.Kg))]).Sensors();
        foreach (var (cell, kg) in filled) told.Sensor(new ChainSensor(FactorySites.Factory.At(machine)) { Thing = cell }, ("Mass", kg, "KGM"));
        return told.EndSensors().End();
    }

    private byte[] Formation(int[] cells)
    {
        var at = StackedAt(plan, cells[^1]).AddHours(46);
        var machine = FactoryNames.Machine("FORMATION", cells[0] / TrayCells * 5 % Chambers);
        var told = ChainEvent.Object(at, "OBSERVE", "other").Key("formation").Where(FactorySites.Factory, machine).Shift(at).Things("epcList", [.. cells.Select(FactoryNames.Cell)]).Sensors();
        foreach (var cell in cells)
        {
            var charge = Math.Round(CellFacts.Of(plan, cell).AmpereHours * 1.115 * (1 + (0.003 * plan.Noise.Normal(Chance.Filled, cell + (1L << 40)))), 3);
            told.Sensor(new ChainSensor(FactorySites.Factory.At(machine)) { Thing = FactoryNames.Cell(cell) }, ("ElectricCharge", charge, "AMH"), ("Voltage", 4.2, "VLT"), ("Temperature", 35, "CEL"));
        }

        return told.EndSensors().End();
    }

    private byte[] Grading(int cell)
    {
        var (facts, at) = (CellFacts.Of(plan, cell), GradedAt(plan, cell));
        var machine = FactoryNames.Machine("TESTER", cell % Testers);
        var voltage = 3.652 + (0.0012 * plan.Noise.Normal(Chance.Capacity, cell + (1L << 40)));
        return ChainEvent.Object(at, "OBSERVE", "inspecting").Key("grading").Text("disposition", facts.HasFailed ? "non_conformant" : "conformant").Where(FactorySites.Factory, machine).Shift(at)
            .Things("epcList", FactoryNames.Cell(cell)).Sensors().Sensor(
                new ChainSensor(FactorySites.Factory.At(machine)), ("ElectricCharge", Math.Round(facts.AmpereHours, 3), "AMH"), ("Voltage", Math.Round(voltage, 4), "VLT"), ("Resistance", Math.Round(facts.MilliOhms / 1000, 6), "OHM"), ("Temperature", 25, "CEL"))
            .EndSensors().End();
    }
}
