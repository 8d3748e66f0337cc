namespace Voltloop.Tracing.Model.Factory;

/// <summary>Takes good cells as they come: twelve make a module, eight modules a pack. Remembers only what waits.</summary>
/// <param name="plan">What is made.</param>
internal sealed class PackLine(FactoryPlan plan)
{
    /// <summary>Mass of a module, kg.</summary>
    public const double ModuleKg = (FactoryPlan.ModuleCells * CellFacts.Kg) + 1.6;

    private const int Lines = 2;

    private readonly List<int> _cells = [];
    private readonly List<int> _modules = [];
    private readonly List<int> _packCells = [];
    private DateTimeOffset _ready = DateTimeOffset.MinValue;

    /// <summary>Modules that were made.</summary>
    public int Modules { get; private set; }

    /// <summary>Packs that were made.</summary>
    public int Packs { get; private set; }

    /// <summary>Takes a graded cell and gives the pack that it completed, if it did, with the events of assembly.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="tell">Takes the events; <c>null</c> when only the packs are asked for.</param>
    public PackFacts? Take(int cell, Action<byte[]>? tell)
    {
        if (CellFacts.Of(plan, cell).HasFailed) return null;
        _cells.Add(cell);
        var graded = CellLine.GradedAt(plan, cell);
        if (graded > _ready) _ready = graded;
        if (_cells.Count < FactoryPlan.ModuleCells) return null;
        tell?.Invoke(Module(Modules));
        _modules.Add(Modules++);
        _packCells.AddRange(_cells);
        _cells.Clear();
        return _modules.Count < FactoryPlan.PackModules ? null : Complete(tell);
    }

    private PackFacts Complete(Action<byte[]>? tell)
    {
        tell?.Invoke(Assembly(Packs));
        tell?.Invoke(EndOfLine(Packs));
        var pack = new PackFacts(plan, Packs, [.. _packCells]) { MadeAt = _ready.AddHours(30) };
        Packs++;
        _modules.Clear();
        _packCells.Clear();
        return pack;
    }

    private byte[] Module(int module)
    {
        var (at, line) = (_ready.AddHours(20), FactoryNames.Machine("MODULE-LINE", module % Lines));
        string[] cells = [.. _cells.Select(FactoryNames.Cell)];
        return ChainEvent.Aggregation(at, "ADD", "assembling").Key("module").Where(FactorySites.Factory, line).Shift(at).Text("parentID", FactoryNames.Module(module)).Things("childEPCs", cells)
            .Parts([.. cells.Select(cell => new ChainPart(cell, null, CellFacts.Kg))]).Number("voltloop:weldTorque", 8 + (0.2 * plan.Noise.Normal(Chance.Assembled, module)), 2).End();
    }

    private byte[] Assembly(int pack)
    {
        var at = _ready.AddHours(28);
        string[] modules = [.. _modules.Select(FactoryNames.Module)];
        return ChainEvent.Aggregation(at, "ADD", "assembling").Key("pack").Where(FactorySites.Factory, "PACK-LINE-1").Shift(at).Text("parentID", FactoryNames.Pack(pack)).Things("childEPCs", modules)
            .Parts([.. modules.Select(module => new ChainPart(module, null, ModuleKg))]).Text("voltloop:serialNumber", FactoryNames.PackSerial(pack)).End();
    }

    private byte[] EndOfLine(int pack)
    {
        var (at, ohm) = (_ready.AddHours(30), Math.Round(180 + (40 * plan.Noise.Uniform(Chance.Assembled, pack + (1L << 40))), 1) * 1e6);
        return ChainEvent.Object(at, "OBSERVE", "inspecting").Text("disposition", "conformant").Where(FactorySites.Factory, "PACK-TESTER-1").Shift(at).Things("epcList", FactoryNames.Pack(pack))
            .Sensors().Sensor(new ChainSensor(FactorySites.Factory.At("PACK-TESTER-1")), ("Voltage", Math.Round(350.6 + (0.2 * plan.Noise.Normal(Chance.Assembled, pack + (1L << 41))), 2), "VLT"), ("Resistance", ohm, "OHM")).EndSensors().End();
    }
}
