using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Voltloop.Tracing.Model.Factory;

/// <summary>Names and standing facts of a made-up chain as a Voltloop passport file: sites, machines, the model, and a passport for each pack.</summary>
/// <param name="plan">Of which chain.</param>
internal sealed class FactorySheet(FactoryPlan plan)
{
    private const string Reference = "Invented for the example value chain; does not describe a product on the market.";
    private const double Licence = 1.35;
    private const double Declaration = 1.08;

    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 20);

    /// <summary>Small packs of cells bought in.</summary>
    public int SmallPacks { get; init; }

    /// <summary>The file.</summary>
    public byte[] Write()
    {
        using var json = new Utf8JsonWriter(_bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("format", "voltloop-passport");
        json.WriteNumber("version", 1);
        json.WriteString("note", string.Create(CultureInfo.InvariantCulture, $"Made-up factory and supply chain of {plan.Cells} cells, seed {plan.Seed}. No such product, site or company exists."));
        json.WriteString("issuer", "Voltloop Example Cells AB");
        json.WriteStartArray("things");
        foreach (var thing in Places().Concat(Batteries())) Thing(json, thing);
        json.WriteEndArray();
        json.WriteStartArray("statements");
        foreach (var fact in Facts()) Fact(json, fact);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return _bytes.WrittenSpan.ToArray();
    }

    private static IEnumerable<(string Id, string Kind, string Label, string? Model)> Places() =>
        FactorySites.All.Select(site => (site.Id, "site", site.Name, (string?)null))
            .Concat(FactorySites.Fleets.Append(FactorySites.Factory).Append(FactorySites.Dismantler).Select(site => (site.Party, "operator", site.Name, (string?)null)));

    private IEnumerable<(string Id, string Kind, string Label, string? Model)> Batteries()
    {
        foreach (var machine in Machines()) yield return (FactorySites.Factory.At(machine), "machine", machine, null);
        yield return (FactoryProducts.Pack.Id, "model", "Pack 96S, NMC622/graphite, 21 kWh (illustrative)", null);
        foreach (var pack in FactoryChain.Packs(plan)) yield return (FactoryNames.Pack(pack.Number), "pack", "Pack " + FactoryNames.PackSerial(pack.Number), FactoryProducts.Pack.Id);
        if (SmallPacks > 0) yield return (FactoryProducts.SmallPack.Id, "model", "Small pack of twelve cells bought in (test field, illustrative)", null);
        for (var pack = 0; pack < SmallPacks; pack++) yield return (BoughtInCells.Pack(pack), "pack", "Small pack " + BoughtInCells.PackSerial(pack), FactoryProducts.SmallPack.Id);
    }

    private IEnumerable<string> Machines()
    {
        for (var coater = 0; coater < plan.Coaters; coater++)
        {
            yield return FactoryNames.Coater(true, coater);
            yield return FactoryNames.Coater(false, coater);
        }

        foreach (var (kind, count) in new[] { ("MIXER", 3), ("CALENDER", 2), ("SLITTER", 2), ("STACKER", FactoryPlan.Lanes * plan.Coaters), ("FILLER", 3), ("FORMATION", 8), ("TESTER", 6), ("MODULE-LINE", 2), ("PACK-LINE", 1) })
        {
            for (var machine = 0; machine < count; machine++) yield return FactoryNames.Machine(kind, machine);
        }
    }

    private IEnumerable<(string Thing, string Term, string Json, string? Unit)> Facts()
    {
        foreach (var (term, json, unit) in PackModel.Facts) yield return (FactoryProducts.Pack.Id, term, json, unit);
        foreach (var site in FactorySites.All) yield return (site.Id, "siteMassFacts", SiteFacts(site), null);
        foreach (var site in FactorySites.All) if (MineCertificates.Of(site) is { } certificates) yield return (site.Id, "sourcingCertificates", certificates, null);
        foreach (var pack in FactoryChain.Packs(plan)) yield return (FactoryNames.Pack(pack.Number), "serialNumber", $"\"{FactoryNames.PackSerial(pack.Number)}\"", null);
        if (SmallPacks == 0) yield break;
        yield return (FactoryProducts.SmallPack.Id, "modelName", "\"Small pack of twelve cells bought in, for the test field\"", null);
        for (var pack = 0; pack < SmallPacks; pack++) yield return (BoughtInCells.Pack(pack), "serialNumber", $"\"{BoughtInCells.PackSerial(pack)}\"", null);
    }

    private string SiteFacts(FactorySite site) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"latitude":{{site.Latitude}},"longitude":{{site.Longitude}},"elements":[{{string.Join(',', Elements(site))}}]}""");

    private IEnumerable<string> Elements(FactorySite site)
    {
        foreach (var of in Commodities.All)
        {
            if (of.Mines.FirstOrDefault(mine => mine.Site == site) is { } mine)
            {
                var year = 12 * mine.MonthlyKg * plan.Scale * of.ConcentratorKeeps;
                yield return Element(of.Element, of.ConcentratorKeeps, $",\"licensedKgPerYear\":{Whole(Licence * year)},\"declaredKgPerYear\":{Whole(Declaration * year)}");
            }

            if (of.Refiners.Contains(site)) yield return Element(of.Element, of.RefinerKeeps, "");
            if (site == FactorySites.Precursor || site == FactorySites.Cathode || site == FactorySites.Factory) yield return Element(of.Element, 0.985, "");
        }
    }

    private static string Element(string element, double keeps, string more) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"element":"{{element}}","recovery":{{keeps}},"recoveryUncertainty":0.01{{more}}}""");

    private static string Whole(double kg) => Math.Round(kg).ToString(CultureInfo.InvariantCulture);

    private static void Thing(Utf8JsonWriter json, (string Id, string Kind, string Label, string? Model) thing)
    {
        json.WriteStartObject();
        json.WriteString("id", thing.Id);
        json.WriteString("kind", thing.Kind);
        json.WriteString("label", thing.Label);
        if (thing.Model is not null) json.WriteString("model", thing.Model);
        json.WriteEndObject();
    }

    private static void Fact(Utf8JsonWriter json, (string Thing, string Term, string Json, string? Unit) fact)
    {
        json.WriteStartObject();
        json.WriteString("thing", fact.Thing);
        json.WriteString("term", fact.Term);
        json.WritePropertyName("value");
        json.WriteRawValue(fact.Json);
        if (fact.Unit is not null) json.WriteString("unit", fact.Unit);
        json.WriteString("validFrom", "2024-03-01T00:00:00Z");
        json.WriteStartObject("evidence");
        json.WriteString("method", "illustrative");
        json.WriteString("reference", Reference);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
