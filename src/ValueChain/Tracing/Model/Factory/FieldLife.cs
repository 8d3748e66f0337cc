namespace Voltloop.Tracing.Model.Factory;

/// <summary>What becomes of a pack: sold, used, looked at once a year, and for a few the end of their first life.</summary>
internal static class FieldLife
{
    private const double DaysOfYear = 365.25;
    private const double PackMilliOhms = 118;

    /// <summary>The events of a pack after it was made.</summary>
    public static IEnumerable<byte[]> Events(PackFacts pack)
    {
        if (!pack.IsSold) yield break;
        yield return Sale(pack);
        yield return Use(pack);
        for (var at = pack.UsedFrom.AddDays(365); at < (pack.HasEnded ? pack.EndedAt : FactoryPlan.LastDay); at = at.AddDays(365)) yield return Service(pack, at);
        if (!pack.HasEnded) yield break;
        yield return Return(pack);
        yield return Regrading(pack);
        if (pack.IsDismantled) yield return Dismantling(pack);
    }

    private static byte[] Sale(PackFacts pack) => Of(pack, pack.SoldAt, "shipping").Key("placing-on-market").Text("disposition", "in_transit").Where(FactorySites.Factory, "DOCK-3")
        .Moved("owning_party", FactorySites.Factory.Party, pack.Buyer.Party).Document("cert", "urn:voltloop:example:certificate:pack-96s-un38.3").Text("voltloop:batteryCategory", "ev").End();

    private static byte[] Use(PackFacts pack) => Of(pack, pack.UsedFrom, "installing").Key("use").Text("disposition", "active").Where(pack.Buyer).End();

    private static byte[] Service(PackFacts pack, DateTimeOffset at) => Measured(Of(pack, at, "inspecting").Key("service").Where(pack.Buyer), pack, at).End();

    private static byte[] Return(PackFacts pack) => Of(pack, pack.EndedAt, "collecting").Key("end-of-first-life").Text("disposition", "returned").Where(FactorySites.Dismantler)
        .Moved("owning_party", pack.Buyer.Party, FactorySites.Dismantler.Party).Text("voltloop:reason", "accident of the vehicle").End();

    private static byte[] Regrading(PackFacts pack) => Measured(Of(pack, pack.EndedAt.AddDays(9), "inspecting").Key("second-life-grading").Where(FactorySites.Dismantler, "TEST-BENCH-1").Text("voltloop:grade", Grade(pack)), pack, pack.EndedAt).End();

    private static string Grade(PackFacts pack) => pack.HealthAfter((pack.EndedAt - pack.UsedFrom).TotalDays / DaysOfYear) switch { >= 0.92 => "A", >= 0.8 => "B", _ => "C" };

    private static byte[] Dismantling(PackFacts pack)
    {
        var first = pack.Number * FactoryPlan.PackModules;
        return ChainEvent.Aggregation(pack.EndedAt.AddDays(20), "DELETE", "disassembling").Key("dismantling").Where(FactorySites.Dismantler).Text("parentID", FactoryNames.Pack(pack.Number))
            .Things("childEPCs", [.. Enumerable.Range(first, FactoryPlan.PackModules).Select(FactoryNames.Module)]).End();
    }

    private static ChainEvent Of(PackFacts pack, DateTimeOffset at, string step) => ChainEvent.Object(at, "OBSERVE", step).Things("epcList", FactoryNames.Pack(pack.Number));

    // Capacity and resistance as a workshop measures them, with its errors.
    private static ChainEvent Measured(ChainEvent told, PackFacts pack, DateTimeOffset at)
    {
        var (years, number) = ((at - pack.UsedFrom).TotalDays / DaysOfYear, (pack.Number * 16L) + (at.Year % 16));
        var (noise, device) = (pack.Plan.Noise, new ChainSensor("urn:voltloop:example:workshop-tester"));
        var charge = CellFacts.RatedAmpereHours * pack.HealthAfter(years) * (1 + (0.004 * noise.Normal(Chance.Used, number)));
        var ohm = PackMilliOhms / 1000 * (1 + pack.GrowthAfter(years)) * (1 + (0.01 * noise.Normal(Chance.Used, number + (1L << 40))));
        return told.Sensors().Sensor(device, ("ElectricCharge", Math.Round(charge, 2), "AMH"), ("Resistance", Math.Round(ohm, 5), "OHM"), ("Voltage", 352, "VLT")).EndSensors();
    }
}
