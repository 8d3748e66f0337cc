using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Record.Log;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.VerifyEvents;

namespace Voltloop.Tests.Conformance.Tracing;

/// <summary>The proof of an event holds, and stops holding when any part of it is another.</summary>
public sealed class EventProofTests
{
    [Fact]
    public async Task Any_event_is_proven_and_any_change_is_noticed()
    {
        await using var house = new EventHouse();
        foreach (var file in OfficialExamplesTests.Files("json", "*.jsonld").Take(12)) await house.CaptureAsync(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        foreach (var file in OfficialExamplesTests.Files("xml", "Example*.xml").Where(file => File.ReadAllText(file).Contains(":EPCISDocument", StringComparison.Ordinal)).Take(3)) await house.CaptureAsync(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        var newest = await house.Events.NewestAsync(TestContext.Current.CancellationToken);
        var keys = house.Services.GetRequiredService<IRecordLog>().Keys.LogKeys;
        for (var number = 1L; number <= newest; number++)
        {
            var recorded = (await house.Events.FindAsync(number, TestContext.Current.CancellationToken))!;
            var proof = await house.Services.GetRequiredService<EventProver>().ProveAsync(recorded.Hash.ToString(), TestContext.Current.CancellationToken);
            var json = JsonSerializer.Serialize(proof, FindingJson.Options);
            var report = new EventProofCheck(keys).Check(Encoding.UTF8.GetBytes(json));
            report.Holds.ShouldBeTrue(string.Join('\n', report.Steps));
            foreach (var broken in Changed(json)) new EventProofCheck(keys).Check(Encoding.UTF8.GetBytes(broken)).Holds.ShouldBeFalse();
        }

        new EventProofCheck([]).Check(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
            await house.Services.GetRequiredService<EventProver>().ProveAsync((await house.Events.FindAsync(1, TestContext.Current.CancellationToken))!.Hash.ToString(), TestContext.Current.CancellationToken), FindingJson.Options))).Holds.ShouldBeFalse();
    }

    private static IEnumerable<string> Changed(string json)
    {
        foreach (var (name, change) in new (string, Func<JsonNode, JsonNode>)[]
        {
            ("event", text => text.GetValue<string>().Replace("OBSERVE", "ADD", StringComparison.Ordinal) + " "),
            ("salt", _ => Convert.ToBase64String(new byte[16])),
            ("ordinal", number => number.GetValue<int>() + 1),
            ("hash", _ => "ni:///sha-256;" + new string('0', 64) + "?ver=CBV2.0"),
            ("checkpoint", text => text.GetValue<string>().Replace("\n", "\n1", StringComparison.Ordinal)),
        })
        {
            var node = JsonNode.Parse(json)!;
            node[name] = change(node[name]!);
            yield return node.ToJsonString();
        }
    }
}
