using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.App.Hosting;
using Voltloop.Core.Identities;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;
using Voltloop.Tracing.BalanceMass;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.Model.Custody;
using Voltloop.Tracing.SourceResponsibly;

namespace Voltloop.Tests.Unit.Tracing;

/// <summary>From captured events to books, findings and gaps.</summary>
public sealed class BalanceTests : IAsyncDisposable
{
    private const string Mine = "https://id.gs1.org/414/9521234000018";
    private const string Smelter = "https://id.gs1.org/414/9521234000025";
    private const string Ore = "https://id.gs1.org/01/09521234543213/10/";
    private const string Pack = "https://id.gs1.org/01/09521234543220/21/PACK1";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("voltloop-balance-");
    private readonly SqliteRecord _record;
    private readonly ServiceProvider _services;

    public BalanceTests()
    {
        _record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _folder.FullName });
        _services = new ServiceCollection().AddVoltloop(_record, _folder.FullName).BuildServiceProvider();
    }

    [Fact]
    public async Task Books_come_from_events_with_content_units_and_docks()
    {
        await CaptureAsync(
            Commission("A", 10, "TNE", "2027-01-03", 0.20), Move("shipping", "A", 10_000, "2027-01-05", (Mine, Smelter)), Move("receiving", "A", 9_990, "2027-01-09", (Mine, Smelter)),
            Transform("A", 9_990, "S", 4_000, "2027-02-03"));
        var balance = await ReadAsync(new BalanceRequest(Element: "Co"));
        balance.Events.ShouldBe(4);
        var mine = balance.Lines.First(line => line.Site == Mine);
        mine.Extracted.Value.ShouldBe(2000);
        mine.Extracted.StandardUncertainty.ShouldBe(2000 * Math.Sqrt((0.005 * 0.005) + (0.01 * 0.01)), 0.01);
        mine.Closing.Value.ShouldBe(0);
        balance.Lines.Where(line => line.Site == Smelter && line.Period == "2027-02").Sum(line => line.Consumed.Value).ShouldBe(1998);
        balance.Lines.Where(line => line.Site == Smelter && line.Period == "2027-02").Sum(line => line.Produced.Value).ShouldBe(0.45 * 4000, 1e-6);
        balance.Findings.ShouldBeEmpty();
        BalanceCsv.Of(balance).Split("\r\n").Length.ShouldBe(balance.Lines.Count + 2);
    }

    [Fact]
    public async Task A_mine_that_ships_more_than_it_mined_is_named()
    {
        await CaptureAsync(Commission("A", 10_000, "KGM", "2027-01-03", 0.20), Move("shipping", "A", 14_000, "2027-01-05", (Mine, Smelter)), Move("receiving", "A", 14_000, "2027-01-09", (Mine, Smelter)));
        var balance = await ReadAsync(new BalanceRequest());
        balance.Sites[0].Id.ShouldBe(Mine);
        var finding = balance.Findings.First(found => found.Check == BalanceCheck.Conservation);
        (finding.Site, finding.Element).ShouldBe((Mine, "Co"));
        finding.Amount.Value.ShouldBe(800, 1);
        finding.Evidence.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_was_declared_an_error_does_not_count_and_pieces_have_no_mass()
    {
        var wrong = Commission("A", 10_000, "KGM", "2027-01-03", 0.2).Replace("\"type\"", "\"eventID\":\"urn:uuid:404d95fc-9457-4a51-bd6a-0bba133845a8\",\"type\"", StringComparison.Ordinal);
        await CaptureAsync(wrong, Commission("B", 5, "H87", "2027-01-03", 0.2));
        (await ReadAsync(new BalanceRequest())).QuantitiesWithoutMass.ShouldBe(1);
        (await ReadAsync(new BalanceRequest())).Lines.ShouldNotBeEmpty();
        await CaptureAsync(wrong.Replace("\"type\"", "\"errorDeclaration\":{\"declarationTime\":\"2027-02-01T00:00:00Z\"},\"type\"", StringComparison.Ordinal));
        (await ReadAsync(new BalanceRequest())).Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Gaps_of_a_pack_are_shares_of_the_element_through_lots_and_cells()
    {
        await CaptureAsync(
            Commission("A", 900, "KGM", "2027-01-03", 0.20), Commission("B", 100, "KGM", "2027-01-04", 0.20),
            """{"type":"TransformationEvent","eventTime":"2027-02-01T00:00:00Z","eventTimeZoneOffset":"+00:00","inputQuantityList":[{"epcClass":"ORE_A","quantity":900,"uom":"KGM"},{"epcClass":"ORE_B","quantity":100,"uom":"KGM"}],"outputEPCList":["https://id.gs1.org/01/09521234543237/21/C1"],"bizStep":"commissioning"}"""
                .Replace("ORE_", Ore, StringComparison.Ordinal),
            $$"""{"type":"AggregationEvent","eventTime":"2027-02-02T00:00:00Z","eventTimeZoneOffset":"+00:00","action":"ADD","parentID":"{{Pack}}","childEPCs":["https://id.gs1.org/01/09521234543237/21/C1"],"bizStep":"packing"}""");
        var lot = ThingId.Parse(Ore + "A");
        var certificates = StatementValue.Of(JsonDocument.Parse("""[{"scheme":"RMAP","number":"1","issuer":"auditor","from":"2026-01-01","to":"2027-12-31"}]""").RootElement);
        await _record.WriteAsync(new WriteBatch
        {
            Things = [new Thing(lot, ThingKind.MaterialLot, "Lot A")],
            Assertions = [new Assertion("test", [new Statement(lot, SourcingReader.Term, certificates, DateTimeOffset.UnixEpoch)])],
        }, TestContext.Current.CancellationToken);
        var report = await _services.GetRequiredService<SourcingReader>().ReadAsync(Pack, "Co", TestContext.Current.CancellationToken);
        report.Lots.Select(share => Math.Round(share.Share, 9)).ShouldBe([0.9, 0.1]);
        report.Gaps.ShouldHaveSingleItem().Lot.ShouldBe(Ore + "B");
        report.Sentence.ShouldBe("10.0 % of the Co comes from a lot without a valid certificate.");
    }

    [Theory]
    [InlineData("0.9", 0.5, "Shares follow the mass of Co in what was put together.")]
    [InlineData("null", 0.9, "Shares follow the mass of the lots that were put together: events do not say how much Co is in all of them.")]
    public async Task Lots_are_mixed_by_their_mass_of_the_element_where_it_is_known_else_by_their_mass_and_that_is_said(string content, double share, string basis)
    {
        var stated = $$"""[{"element":"Co","massFraction":{{content}}}]""";
        await CaptureAsync(
            Commission("A", 900, "KGM", "2027-01-03", 0.1), Commission("B", 100, "KGM", "2027-01-04", 0.9),
            Transform("A", 900, "PA", 900, "2027-01-10").Replace("0.45", "0.1", StringComparison.Ordinal),
            Transform("B", 100, "PB", 100, "2027-01-10").Replace("""[{"element":"Co","massFraction":0.45} ]""", stated, StringComparison.Ordinal),
            Transform("PA", 900, "S", 990, "2027-02-03").Replace("\"uom\":\"KGM\"}],\"output", $"\"uom\":\"KGM\"}},{{\"epcClass\":\"{Ore}PB\",\"quantity\":100,\"uom\":\"KGM\"}}],\"output", StringComparison.Ordinal));
        var report = await _services.GetRequiredService<SourcingReader>().ReadAsync(Ore + "S", "Co", TestContext.Current.CancellationToken);
        report.Lots.Single(lot => lot.Lot == Ore + "A").Share.ShouldBe(share, 1e-9);
        report.Basis.ShouldBe(basis);
    }

    [Fact]
    public async Task The_example_network_gives_its_culprit_away_through_events()
    {
        var scenario = new SupplyScenario(7) { Culprit = "mine-2", Share = 0.1, Since = 18 };
        var document = SupplyEvents.Document(SupplySimulation.Run(scenario, new CustodyPolicy()));
        var captured = await _services.GetRequiredService<CaptureDesk>().CaptureAsync(new CaptureRequest(Encoding.UTF8.GetBytes(document)), TestContext.Current.CancellationToken);
        captured.Job.Success.ShouldBe(true, captured.Job.Errors);
        var balance = await ReadAsync(new BalanceRequest(Element: "Co"));
        var found = balance.Findings.Where(finding => finding.Check == BalanceCheck.Network).ToList();
        found.ShouldContain(finding => finding.Site == SupplyEvents.SiteOf("mine-2") && finding.Amount.Value > 0);
        balance.Sites[0].Id.ShouldBe(SupplyEvents.SiteOf("mine-2"), string.Join('\n', balance.Findings.Select(finding => finding.Site + finding.Sentence)));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _record.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private Task<BalanceResource> ReadAsync(BalanceRequest request) => _services.GetRequiredService<BalanceReader>().ReadAsync(request, TestContext.Current.CancellationToken);

    private async Task CaptureAsync(params string[] events)
    {
        var document = $$"""{"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",{"voltloop":"urn:voltloop:vocab:"}],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2027-03-01T00:00:00Z","epcisBody":{"eventList":[{{string.Join(',', events)}} ] } }""";
        var result = await _services.GetRequiredService<CaptureDesk>().CaptureAsync(new CaptureRequest(Encoding.UTF8.GetBytes(document)), TestContext.Current.CancellationToken);
        result.Job.Success.ShouldBe(true, result.Job.Errors);
    }

    private static string Commission(string lot, double quantity, string unit, string day, double content) => string.Create(CultureInfo.InvariantCulture,
        $$"""{"type":"ObjectEvent","eventTime":"{{day}}T00:00:00Z","eventTimeZoneOffset":"+00:00","action":"ADD","bizStep":"commissioning","epcList":[],"quantityList":[{"epcClass":"{{Ore}}{{lot}}","quantity":{{quantity}},"uom":"{{unit}}"}],"bizLocation":{"id":"{{Mine}}"},"readPoint":{"id":"{{Mine}}/254/7"},"ilmd":{"voltloop:material":"ore","voltloop:content":[{"element":"Co","massFraction":{{content}},"uncertainty":{{content / 100}} } ] } }""");

    private static string Move(string step, string lot, double kg, string day, (string From, string To) way) => string.Create(CultureInfo.InvariantCulture,
        $$"""{"type":"ObjectEvent","eventTime":"{{day}}T00:00:00Z","eventTimeZoneOffset":"+00:00","action":"OBSERVE","bizStep":"{{step}}","epcList":[],"quantityList":[{"epcClass":"{{Ore}}{{lot}}","quantity":{{kg}},"uom":"KGM"}],"readPoint":{"id":"{{(step == "shipping" ? way.From : way.To)}}/254/1"},"sourceList":[{"type":"location","source":"{{way.From}}"}],"destinationList":[{"type":"location","destination":"{{way.To}}"}]}""");

    private static string Transform(string lot, double kg, string into, double put, string day) => string.Create(CultureInfo.InvariantCulture,
        $$"""{"type":"TransformationEvent","eventTime":"{{day}}T00:00:00Z","eventTimeZoneOffset":"+00:00","inputQuantityList":[{"epcClass":"{{Ore}}{{lot}}","quantity":{{kg}},"uom":"KGM"}],"outputQuantityList":[{"epcClass":"{{Ore}}{{into}}","quantity":{{put}},"uom":"KGM"}],"bizLocation":{"id":"{{Smelter}}"},"ilmd":{"voltloop:material":"sulfate","voltloop:content":[{"element":"Co","massFraction":0.45} ] } }""");
}
