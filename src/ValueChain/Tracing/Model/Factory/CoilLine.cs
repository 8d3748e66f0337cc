namespace Voltloop.Tracing.Model.Factory;

/// <summary>From powder to slit lanes: mixing, coating with its process signals, calendering, slitting.</summary>
/// <param name="plan">What is made.</param>
/// <param name="stock">Powder and graphite at the factory.</param>
internal sealed class CoilLine(FactoryPlan plan, IReadOnlyList<SupplyLoad> stock)
{
    /// <summary>Coating of both sides on cathode foil, g/m².</summary>
    public const double CathodeGrams = 400;

    /// <summary>Coating of both sides on anode foil, g/m².</summary>
    public const double AnodeGrams = 250;

    /// <summary>Metres of coil that one reading of the gauges covers: a minute.</summary>
    public const double ReadingMetres = FactoryPlan.CoaterSpeed;

    /// <summary>Graphite in a mixing batch of two coils, kg.</summary>
    public const double GraphiteKg = 442;

    private const double CoatedWidth = 0.8;
    private const int Mixers = 3;

    private readonly LotQueue _powder = new([.. stock.Where(load => load.Lot.Product == FactoryProducts.Cathode)]);
    private readonly LotQueue _graphite = new([.. stock.Where(load => load.Lot.Product == Commodities.Graphite.Refined)]);

    /// <summary>The events of two coils of cathode and two of anode.</summary>
    public IEnumerable<byte[]> Events(int pair)
    {
        int[] coils = [.. new[] { 2 * pair, (2 * pair) + 1 }.Where(coil => coil < plan.Coils)];
        foreach (var isCathode in new[] { true, false })
        {
            yield return Mixing(isCathode, pair);
            foreach (var coil in coils)
            {
                yield return Coating(isCathode, coil);
                if (isCathode && coil == plan.DriftingCoil) yield return Repair();
                yield return Calendering(isCathode, coil);
                yield return Slitting(isCathode, coil);
            }
        }
    }

    /// <summary>What is left of powder and graphite is counted.</summary>
    public byte[] Count(DateTimeOffset at) => SupplyBook.Counted(FactorySites.Factory, at, _powder.Left.Concat(_graphite.Left).Select(load => (load.Lot.Id, load.Kg)));

    /// <summary>How far a stretch of cathode is above its target, as a part: what chance does, and the drift.</summary>
    public static double Deviation(FactoryPlan plan, int coil, double metre)
    {
        var reading = (long)(metre / ReadingMetres);
        return (0.006 * plan.Noise.Normal(Chance.ArealMass, (coil * 1000L) + reading)) + plan.DriftAt(coil, metre);
    }

    /// <summary>When a coil is slit.</summary>
    public static DateTimeOffset SlitAt(FactoryPlan plan, int coil) => FactoryPlan.FirstDay.AddDays(plan.SlotOf(coil).Day + 1).AddHours(10).AddMinutes(25 * (coil % (3 * plan.Coaters)));

    private byte[] Mixing(bool isCathode, int pair)
    {
        var (powder, at) = (isCathode ? _powder.Take(FactoryPlan.BatchKg) : _graphite.Take(GraphiteKg), plan.CoatedFrom(2 * pair).AddHours(-7).AddMinutes(isCathode ? 0 : 40));
        var (kg, product) = (powder.Sum(load => load.Kg), isCathode ? FactoryProducts.CathodeSlurry : FactoryProducts.AnodeSlurry);
        var binder = FactoryProducts.Binder.Lot(SupplyDeliveries.Lot(pair));
        var viscosity = 4.2 * (1 + (0.03 * plan.Noise.Normal(Chance.Slurry, (2L * pair) + (isCathode ? 0 : 1))));
        var machine = FactoryNames.Machine(isCathode ? "MIXER" : "ANODE-MIXER", pair % Mixers);
        return ChainEvent.Transformation(at, "commissioning").Key("mixing").Where(FactorySites.Factory, machine).Shift(at).Text("voltloop:electrode", isCathode ? "cathode" : "anode")
            .Lots("inputQuantityList", [.. powder.Select(load => (load.Lot.Id, load.Kg)), (binder, kg / 24)])
            .Lots("outputQuantityList", (FactoryNames.Slurry(isCathode, pair), kg * 25 / 24 * 0.99)).Content(product.Name, [.. product.Content])
            .Sensors().Sensor(new ChainSensor(FactorySites.Factory.At(machine)), ("DynamicViscosity", viscosity, "C65"), ("Temperature", 25.5 + (viscosity - 4.2), "CEL")).EndSensors().End();
    }

    private byte[] Coating(bool isCathode, int coil)
    {
        var (machine, at) = (FactoryNames.Coater(isCathode, plan.CoaterOf(coil)), plan.CoatedAt(coil, FactoryPlan.CoilMetres));
        var kg = FactoryPlan.CoilMetres * CoatedWidth * (isCathode ? CathodeGrams : AnodeGrams) / 1000;
        var told = ChainEvent.Transformation(at, "commissioning").Key("coating").Where(FactorySites.Factory, machine).Shift(at).Text("voltloop:electrode", isCathode ? "cathode" : "anode")
            .Lots("inputQuantityList", (FactoryNames.Slurry(isCathode, coil / 2), kg)).Things("outputEPCList", FactoryNames.Coil(isCathode, coil)).Number("voltloop:coilMetres", FactoryPlan.CoilMetres, 1);
        return Readings(told.Sensors(), isCathode, coil).EndSensors().End();
    }

    private ChainEvent Readings(ChainEvent told, bool isCathode, int coil)
    {
        var device = FactorySites.Factory.At(FactoryNames.Coater(isCathode, plan.CoaterOf(coil)));
        for (var metre = 0.0; metre < FactoryPlan.CoilMetres; metre += ReadingMetres)
        {
            var to = Math.Min(FactoryPlan.CoilMetres, metre + ReadingMetres);
            told.Sensor(new ChainSensor(device) { During = (plan.CoatedAt(coil, metre), plan.CoatedAt(coil, to)), Metres = (metre, to) }, Signals(isCathode, coil, metre));
        }

        return told;
    }

    // More pressure at the pump brings more slurry: mass, thickness and pressure move together, the dryer does not.
    private (string, double, string)[] Signals(bool isCathode, int coil, double metre)
    {
        var number = ((coil * 1000L) + (long)(metre / ReadingMetres)) + (isCathode ? 0 : 1L << 40);
        var (off, drift) = isCathode ? (Deviation(plan, coil, metre), plan.DriftAt(coil, metre)) : (0.006 * plan.Noise.Normal(Chance.ArealMass, number), 0);
        return
        [
            ("SurfaceDensity", Math.Round((isCathode ? CathodeGrams : AnodeGrams) * (1 + off), 2), "GM"),
            ("Length", Math.Round((isCathode ? 168 : 182) * (1 + (0.8 * off) + (0.004 * plan.Noise.Normal(Chance.Thickness, number))), 2), "4H"),
            ("Temperature", Math.Round((isCathode ? 118 : 96) + (0.7 * plan.Noise.Normal(Chance.Dryer, number)), 2), "CEL"),
            ("Pressure", Math.Round(2.1 * (1 + (1.1 * drift) + (0.008 * plan.Noise.Normal(Chance.Pump, number))), 3), "BAR"),
        ];
    }

    // What is repaired is the machine: a named asset (GIAI) of the factory.
    private static byte[] Repair() => ChainEvent.Object(FactoryPlan.DriftBefore, "OBSERVE", "repairing").Where(FactorySites.Factory, FactoryNames.Coater(true, FactoryPlan.DriftingCoater))
        .Things("epcList", FactorySites.Factory.Asset(FactoryNames.Coater(true, FactoryPlan.DriftingCoater))).Text("voltloop:reason", "slurry pump worn: valve seat replaced, pressure set anew").End();

    private byte[] Calendering(bool isCathode, int coil)
    {
        var (at, machine) = (SlitAt(plan, coil).AddHours(-4), FactoryNames.Machine(isCathode ? "CALENDER" : "ANODE-CALENDER", coil % 2));
        var microns = (isCathode ? 132 : 148) * (1 + (0.004 * plan.Noise.Normal(Chance.Calendered, (2L * coil) + (isCathode ? 0 : 1))));
        return ChainEvent.Object(at, "OBSERVE", "other").Key("calendering").Where(FactorySites.Factory, machine).Shift(at).Things("epcList", FactoryNames.Coil(isCathode, coil))
            .Sensors().Sensor(new ChainSensor(FactorySites.Factory.At(machine)), ("Length", Math.Round(microns, 2), "4H")).EndSensors().End();
    }

    private byte[] Slitting(bool isCathode, int coil)
    {
        var (at, machine, mother) = (SlitAt(plan, coil), FactoryNames.Machine(isCathode ? "SLITTER" : "ANODE-SLITTER", coil % 2), FactoryNames.Coil(isCathode, coil));
        var kg = (FactoryPlan.CoilMetres - (2 * FactoryPlan.LeaderMetres)) * CoatedWidth / FactoryPlan.Lanes * AreaKg(isCathode);
        string[] lanes = [.. Enumerable.Range(0, FactoryPlan.Lanes).Select(lane => FactoryNames.Lane(isCathode, coil, lane))];
        return ChainEvent.Transformation(at, "commissioning").Key("slitting").Where(FactorySites.Factory, machine).Shift(at)
            .Things("inputEPCList", mother).Things("outputEPCList", lanes)
            .Parts([.. lanes.Select((lane, i) => new ChainPart(mother, lane, kg) { FromMetre = FactoryPlan.LeaderMetres, ToMetre = FactoryPlan.CoilMetres - FactoryPlan.LeaderMetres, Lane = i + 1 })]).End();
    }

    /// <summary>Mass of coating and foil, kg/m².</summary>
    public static double AreaKg(bool isCathode) => isCathode ? (CathodeGrams / 1000) + 0.0405 : (AnodeGrams / 1000) + 0.0717;
}
