using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Problems;
using Voltloop.Record.Sqlite.Operations;
using Voltloop.Tests.Conformance.Identities;
using Voltloop.Tests.Conformance.Proofs;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.QueryEvents;

namespace Voltloop.Tests.Conformance.Tracing;

/// <summary>The official examples of EPCIS 2.0, read where they are: all are taken, and what comes back is what was sent.</summary>
public sealed class OfficialExamplesTests
{
    private const string Json = "epcis/gs1/examples/json/Example_9.6.1-ObjectEvent.jsonld";

    [Fact]
    public async Task Every_example_is_taken_and_returned_byte_for_byte()
    {
        await using var house = new EventHouse();
        var (documents, events) = (0, 0);
        foreach (var file in Files("json", "*.jsonld"))
        {
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            var result = await house.CaptureAsync(bytes);
            result.Job.Success.ShouldBeTrue($"{file}: {result.Job.Errors}");
            using var document = EventDocument.Read(bytes, 1000);
            result.Identities.Count.ShouldBe(document.Events.Count);
            for (var i = 0; i < document.Events.Count; i++)
            {
                var sent = document.Events[i].GetRawText();
                var found = await house.Events.FindAsync(result.Identities[i], TestContext.Current.CancellationToken);
                found.Select(e => System.Text.Encoding.UTF8.GetString(e.Json)).Any(json => json == sent || JsonNode.DeepEquals(Said(json), Said(sent)))
                    .ShouldBeTrue($"{file} event {i}");
                events++;
            }

            documents++;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{documents} documents, {events} events");
        documents.ShouldBe(47);
        (await house.Record.ExamineAsync(new DoctorOptions(), TestContext.Current.CancellationToken)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_returned_of_the_examples_is_valid_under_the_official_schema()
    {
        await using var house = new EventHouse();
        foreach (var file in Files("json", "*.jsonld")) await house.CaptureAsync(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        var returned = new List<JsonElement>();
        for (var number = 1L; number <= await house.Events.NewestAsync(TestContext.Current.CancellationToken); number++)
        {
            var recorded = (await house.Events.FindAsync(number, TestContext.Current.CancellationToken))!;
            returned.Add(Parsed(QueryDocument.Write([recorded], new QueryHeading("SimpleEventQuery", DateTimeOffset.UnixEpoch, EpcFormat.AsCaptured))));
        }

        using var schema = JsonDocument.Parse(await File.ReadAllBytesAsync(SharedData.Require("epcis", "gs1", "schema", "EPCIS-JSON-Schema.json"), TestContext.Current.CancellationToken));
        var faults = SchemaOracle.Faults(schema.RootElement, returned);
        faults.Length.ShouldBeGreaterThanOrEqualTo(50);
        faults.SelectMany(each => each).ShouldBeEmpty();
        // The schema is seen to refuse: without its time an event is none.
        SchemaOracle.Faults(schema.RootElement, Parsed(Encoding.UTF8.GetBytes(returned[0].GetRawText().Replace("eventTimeZoneOffset", "eventTimeZoneOffse", StringComparison.Ordinal)))).ShouldNotBeEmpty();
    }

    private static JsonElement Parsed(byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        return document.RootElement.Clone();
    }

    [Fact]
    public async Task The_same_examples_twice_change_nothing()
    {
        await using var house = new EventHouse();
        foreach (var file in Files("json", "*.jsonld")) await house.CaptureAsync(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        var newest = await house.Events.NewestAsync(TestContext.Current.CancellationToken);
        foreach (var file in Files("json", "*.jsonld"))
        {
            var again = await house.CaptureAsync(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            again.Job.Written.ShouldBe(0, file);
            again.Job.Known.ShouldBe(again.Job.Events);
        }

        (await house.Events.NewestAsync(TestContext.Current.CancellationToken)).ShouldBe(newest);
    }

    /// <summary>The folder json-simple-context is older than the schema, which refuses some of it: fields in the wrong type of event, no version.</summary>
    [Theory]
    [InlineData("xml", "*.xml", 29)]
    [InlineData("json-simple-context", "*.jsonld", 35)]
    public async Task Examples_of_other_forms_are_taken_or_refused_by_name(string folder, string pattern, int atLeast)
    {
        await using var house = new EventHouse();
        var (taken, refused) = (0, new List<string>());
        foreach (var file in Files(folder, pattern))
        {
            try
            {
                var result = await house.CaptureAsync(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
                if (result.Job.Success) taken++;
                else refused.Add($"{Path.GetFileName(file)}: {result.Job.Errors}");
            }
            catch (ProblemException problem)
            {
                refused.Add($"{Path.GetFileName(file)}: {problem.Message}");
            }
        }

        taken.ShouldBeGreaterThanOrEqualTo(atLeast, string.Join('\n', refused));
        TestContext.Current.TestOutputHelper?.WriteLine($"{taken} taken\n{string.Join('\n', refused)}");
    }

    internal static IEnumerable<string> Files(string folder, string pattern)
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(SharedData.Require(Json))!, "..", folder));
        return Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);
    }

    // Two examples say the same in another spelling; the first capture is kept, and the identifier and record time are not part of what is said.
    private static JsonNode Said(string json)
    {
        var node = JsonNode.Parse(json)!.AsObject();
        node.Remove("recordTime");
        return node;
    }
}
