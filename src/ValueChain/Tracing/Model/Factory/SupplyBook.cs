using System.Globalization;

namespace Voltloop.Tracing.Model.Factory;

/// <summary>What is truly where, and the events that tell of it with the errors of weighing and assay.</summary>
/// <param name="noise">Chance.</param>
internal sealed class SupplyBook(Noise noise)
{
    // Below this nothing is left worth telling, kg.
    private const double Dust = 0.5;

    private readonly Dictionary<int, List<SupplyLoad>> _stocks = [];
    private readonly ClaimedLots _claims = new();
    private long _weighings;
    private long _assays;

    /// <summary>A lot is dug.</summary>
    public byte[] Extract(SupplyLoad load, DateTimeOffset at)
    {
        Add(load.Lot.Site, load);
        return ChainEvent.Object(at, "ADD", "commissioning").Key("extraction").Where(load.Lot.Site)
            .Lots("quantityList", Weighed(load)).Content(load.Lot.Product.Name, Assayed(load.Lot.Product)).Claim(_claims.Dug(load.Lot, at)).Document("cert", Certificate(load.Lot.Site, at)).End();
    }

    /// <summary>A lot is made of others.</summary>
    /// <param name="key">Code of the key event.</param>
    /// <param name="made">What is made, where its lot says.</param>
    /// <param name="at">When.</param>
    /// <param name="inputs">Of what.</param>
    public byte[] Make(string key, SupplyLoad made, DateTimeOffset at, params IReadOnlyList<SupplyLoad> inputs)
    {
        var site = made.Lot.Site;
        foreach (var input in inputs) Add(site, input with { Kg = -input.Kg });
        Add(site, made);
        var told = ChainEvent.Transformation(at, "commissioning").Key(key).Where(site)
            .Lots("inputQuantityList", [.. inputs.Select(Weighed)]).Lots("outputQuantityList", Weighed(made)).Content(made.Lot.Product.Name, Assayed(made.Lot.Product)).Claim(_claims.Made(made.Lot, inputs));
        return Heated(key == "refining" ? told.Document("cert", Certificate(site, at)) : told, key, site).End();
    }

    /// <summary>A transport leaves and, when its goal reports, arrives.</summary>
    /// <param name="way">From where to where.</param>
    /// <param name="at">When it leaves.</param>
    /// <param name="top">Times more that goes than the lots hold: 1 for an honest site.</param>
    /// <param name="loads">What goes.</param>
    public IEnumerable<byte[]> Transport((FactorySite From, FactorySite To) way, DateTimeOffset at, double top, params IReadOnlyList<SupplyLoad> loads)
    {
        SupplyLoad[] gone = [.. loads.Where(load => load.Kg > Dust).Select(load => load with { Kg = load.Kg * top })];
        if (gone.Length == 0) yield break;
        foreach (var load in loads) Add(way.From, load with { Kg = -load.Kg });
        yield return Move(way, at, "shipping", gone);
        if (way.To == FactorySites.Market) yield break;
        foreach (var load in gone) Add(way.To, load);
        yield return Move(way, at.AddHours(Math.Round(72 + (120 * noise.Uniform(Chance.Road, ++_weighings)))), "receiving", gone);
    }

    /// <summary>The stock of a site is counted.</summary>
    public byte[] Count(FactorySite site, DateTimeOffset at) => Counted(site, at, Stock(site).Select(Weighed));

    /// <summary>A stock as it was counted.</summary>
    public static byte[] Counted(FactorySite site, DateTimeOffset at, IEnumerable<(string Lot, double Kg)> found) =>
        ChainEvent.Object(at, "OBSERVE", "cycle_counting").Where(site).Lots("quantityList", [.. found]).Things("epcList").Number("voltloop:weighingUncertainty", SupplyChain.Weighing, 4).End();

    /// <summary>What a site has, first in first.</summary>
    public IReadOnlyList<SupplyLoad> Stock(FactorySite site) => _stocks.GetValueOrDefault(site.Number) is { } loads ? [.. loads.Where(load => load.Kg > Dust)] : [];

    private byte[] Move((FactorySite From, FactorySite To) way, DateTimeOffset at, string step, SupplyLoad[] loads)
    {
        var here = step == "shipping" ? way.From : way.To;
        return ChainEvent.Object(at, "OBSERVE", step).Text("disposition", step == "shipping" ? "in_transit" : "available").Where(here, "DOCK-1")
            .Lots("quantityList", [.. loads.Select(Weighed)]).Number("voltloop:weighingUncertainty", SupplyChain.Weighing, 4).Moved("location", way.From.Id, way.To.Id).End();
    }

    private ChainEvent Heated(ChainEvent told, string key, FactorySite site)
    {
        var (machine, celsius) = key switch { "precursor" => ("REACTOR-1", 55.0), "cathode-material" => ("KILN-1", 820.0), _ => ("", 0) };
        if (machine.Length == 0) return told;
        return told.Sensors().Sensor(new ChainSensor(site.At(machine)), ("Temperature", celsius * (1 + (0.004 * noise.Normal(Chance.Kept, ++_assays))), "CEL")).EndSensors();
    }

    private static string Certificate(FactorySite site, DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"urn:voltloop:example:certificate:due-diligence:{site.Number:00}-{at.Year}");

    private void Add(FactorySite site, SupplyLoad load)
    {
        if (!_stocks.TryGetValue(site.Number, out var loads)) _stocks[site.Number] = loads = [];
        var at = loads.FindIndex(known => known.Lot == load.Lot);
        if (at < 0) loads.Add(load);
        else if (loads[at].Kg + load.Kg > Dust) loads[at] = load with { Kg = loads[at].Kg + load.Kg };
        else loads.RemoveAt(at);
    }

    private (string, double) Weighed(SupplyLoad load) => (load.Lot.Id, load.Kg * (1 + (SupplyChain.Weighing * noise.Normal(Chance.Weighed, ++_weighings))));

    private (string, double)[] Assayed(FactoryProduct product) =>
        [.. product.Content.Select(part => (part.Element, Math.Min(1, part.Fraction + (SupplyChain.AssayOf(part.Fraction) * noise.Normal(Chance.Assayed, ++_assays)))))];
}
