using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.App.Hosting;
using Voltloop.Record.Events;
using Voltloop.Record.Sqlite;
using Voltloop.Tests.Compliance.Model;
using Voltloop.Tracing.BalanceMass;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.Model;
using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tests.Properties.Tracing;

/// <summary>The book of masses is a projection: whatever came in whatever order, it gives the figures of all events read at once.</summary>
public sealed class MassBookTests
{
    private const string Projection = "masses-1";
    private const int PerCapture = 60;

    private static readonly BalanceRequest[] Requests = [new(), new(Element: "Co", Period: "quarter"), new(To: "2028-06-30", Period: "year"), new(From: "2028-02-01", To: "2029-02-28")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_grew_in_any_order_over_restarts_gives_the_figures_of_a_full_computation()
    {
        using var folder = new TempFolder();
        var events = Shuffled(new Random(20_270_301));
        for (var opening = 0; opening < 3; opening++)
        {
            await using var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = folder.Path });
            await using var services = new ServiceCollection().AddVoltloop(record, folder.Path).BuildServiceProvider();
            for (var chunk = 0; chunk < 2; chunk++)
            {
                await CaptureAsync(services, events);
                foreach (var request in Requests) await CompareAsync(record, services, request);
            }

            await services.GetRequiredService<MassBook>().RestAsync(Stop);
            record.EventDesk.Watermark(Projection).ShouldBe(await record.Events.NewestAsync(Stop));
            record.EventDesk.Extracts(Projection).Count.ShouldBeGreaterThan(PerCapture);
        }
    }

    [Fact]
    public async Task What_was_not_kept_or_cannot_be_read_any_more_is_taken_out_of_the_events_again()
    {
        using var folder = new TempFolder();
        var events = Shuffled(new Random(7));
        await using (var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = folder.Path }))
        {
            await using var services = new ServiceCollection().AddVoltloop(record, folder.Path).BuildServiceProvider();
            await CaptureAsync(services, events);
            await CompareAsync(record, services, new BalanceRequest());
            record.EventDesk.Watermark(Projection).ShouldBe(0, "a question does not wait for the disk");
            record.EventDesk.Keep(Projection, [new EventExtract(3, "no JSON"u8.ToArray())], 40);
        }

        await using var again = SqliteRecord.Open(new SqliteRecordOptions { Directory = folder.Path });
        await using var fresh = new ServiceCollection().AddVoltloop(again, folder.Path).BuildServiceProvider();
        await CompareAsync(again, fresh, new BalanceRequest());
    }

    [Fact]
    public async Task A_question_reads_no_event_again_and_balances_nothing_twice()
    {
        using var folder = new TempFolder();
        var events = Shuffled(new Random(8));
        await using var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = folder.Path });
        await using var services = new ServiceCollection().AddVoltloop(record, folder.Path).BuildServiceProvider();
        await CaptureAsync(services, events);
        var (book, sheets, reader) = (services.GetRequiredService<MassBook>(), services.GetRequiredService<BalanceSheets>(), services.GetRequiredService<BalanceReader>());
        await sheets.PrepareAsync(Stop);
        var (first, made) = (await book.ReadAsync(Stop), await reader.BooksAsync(new BalanceRequest(), Stop));
        (await book.ReadAsync(Stop)).ShouldBeSameAs(first);
        (await reader.BooksAsync(new BalanceRequest(Element: "Co"), Stop)).ShouldBeSameAs(made, "what was made ahead is what is shown");
        await CaptureAsync(services, events);
        var grown = await book.ReadAsync(Stop);
        first.Entries.Except(grown.Entries, ReferenceEqualityComparer.Instance).ShouldBeEmpty("what was read stays");
        (await reader.BooksAsync(new BalanceRequest(), Stop)).ShouldNotBeSameAs(made);
    }

    // Nothing of the projection is used here but the reading of a single event.
    private static async Task<BalanceSheet> FullAsync(SqliteRecord record, BalanceRequest request, IReadOnlyList<SiteFacts> facts)
    {
        var scan = new EventScan { Types = MassEventReader.Types, Descending = false, To = request.Until, Limit = EventScan.MaxLimit };
        var said = (await record.Events.ScanAsync(scan, Stop)).Items.Select(one =>
        {
            var json = JsonElement.Parse(one.Json);
            return MassEventReader.Read(json, JsonFields.Text(json, "eventID") ?? one.Hash.ToString(), one.Issuer);
        });
        return BalanceSheet.Of(said, request.Length, new CustodyPolicy(), facts);
    }

    private static async Task CompareAsync(SqliteRecord record, ServiceProvider services, BalanceRequest request)
    {
        var kept = await services.GetRequiredService<BalanceReader>().ReadAsync(request, Stop);
        var full = await FullAsync(record, request, []);
        var (lines, findings) = (full.Report.Lines.Select(LedgerResource.Of), full.Report.Findings.AsEnumerable());
        if (request.Element is { } element) (lines, findings) = (lines.Where(line => line.Element == element), findings.Where(finding => finding.Element == element));
        if (request.From is not null)
        {
            lines = full.Report.Lines.Where(line => line.Period.To > request.Since).Select(LedgerResource.Of);
            findings = findings.Where(finding => finding.Period.To > request.Since);
        }

        kept.Lines.ShouldNotBeEmpty();
        JsonSerializer.Serialize(kept.Lines).ShouldBe(JsonSerializer.Serialize(lines.ToList()));
        JsonSerializer.Serialize(kept.Findings).ShouldBe(JsonSerializer.Serialize(findings.Select(FindingResource.Of).ToList()));
        kept.QuantitiesWithoutMass.ShouldBe(full.QuantitiesWithoutMass);
    }

    // A network with a culprit, out of order, with pieces that weigh nothing and events that were errors.
    private static Queue<string> Shuffled(Random random)
    {
        var document = SupplyEvents.Document(SupplySimulation.Run(new SupplyScenario(7) { Culprit = "mine-2", Share = 0.1, Since = 18 }, new CustodyPolicy()));
        var all = JsonNode.Parse(document)!["epcisBody"]!["eventList"]!.AsArray().Select(one => one!.ToJsonString()).ToArray();
        random.Shuffle(all);
        return new Queue<string>(all.Take(6 * PerCapture).SelectMany((one, i) => i % 20 == 0 ? Mistaken(one, i) : [one]));
    }

    private static string[] Mistaken(string one, int number)
    {
        var wrong = JsonNode.Parse(one)!.AsObject();
        wrong["eventID"] = $"urn:uuid:{number:00000000}-0000-4000-8000-000000000000";
        var declared = wrong.DeepClone().AsObject();
        declared["errorDeclaration"] = new JsonObject { ["declarationTime"] = "2027-02-01T00:00:00Z" };
        var pieces = JsonNode.Parse(one)!.AsObject();
        foreach (var list in new[] { "quantityList", "inputQuantityList" }) if (pieces[list] is JsonArray quantities) quantities[0]!["uom"] = "H87";
        return [wrong.ToJsonString(), declared.ToJsonString(), pieces.ToJsonString()];
    }

    private static async Task CaptureAsync(ServiceProvider services, Queue<string> events)
    {
        var chunk = new List<string>();
        while (chunk.Count < PerCapture && events.TryDequeue(out var one)) chunk.Add(one);
        var document = $$"""{"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",{"voltloop":"urn:voltloop:vocab:"}],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2027-03-01T00:00:00Z","epcisBody":{"eventList":[{{string.Join(',', chunk)}} ] } }""";
        var result = await services.GetRequiredService<CaptureDesk>().CaptureAsync(new CaptureRequest(Encoding.UTF8.GetBytes(document)), Stop);
        result.Job.Success.ShouldBe(true, result.Job.Errors);
    }
}
