using System.Text;
using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite.Operations;
using Voltloop.Tests.CrashHost;

namespace Voltloop.Tests.Compliance.Replication;

/// <summary>Events in the record: appended once, found, proven, and brought to a back-up like statements.</summary>
public sealed class EventReplicaTests
{
    [Fact]
    public async Task Events_arrive_between_statements_and_are_found_there()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await nodes.Primary.WriteAsync(CrashBatch.Of(0));
        await nodes.Primary.WriteAsync(Capture(0, 50));
        await nodes.Primary.WriteAsync(CrashBatch.Of(1));
        await nodes.Primary.WriteAsync(Capture(50, 3));
        nodes.CatchUp();
        await nodes.ShouldBeEqualAsync();
        (await nodes.Backup.Events.NewestAsync(TestContext.Current.CancellationToken)).ShouldBe(53);
        var page = await nodes.Backup.Events.ScanAsync(new EventScan { Names = [new EventNames(["urn:example:thing:7"], EventRoles.Epc)] }, TestContext.Current.CancellationToken);
        page.Items.Single().Json.ShouldBe(Entry(7).Json.ToArray());
        (await nodes.Backup.ExamineAsync(new DoctorOptions(), TestContext.Current.CancellationToken)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_event_is_refused_a_second_time_and_nothing_of_its_batch_is_written()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await nodes.Primary.WriteAsync(Capture(0, 2));
        var refused = await Should.ThrowAsync<ProblemException>(() => nodes.Primary.WriteAsync(Capture(1, 2)));
        refused.Problem.Kind.ShouldBe(EventProblems.AlreadyRecorded);
        (await nodes.Primary.Events.NewestAsync(TestContext.Current.CancellationToken)).ShouldBe(2);
        nodes.Primary.Ledger.Known([Entry(0), Entry(2)]).ShouldBe([1, 0]);
    }

    [Fact]
    public async Task Pages_by_time_have_no_gaps_in_either_direction()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await nodes.Primary.WriteAsync(Capture(0, 40));
        foreach (var descending in new[] { true, false })
        {
            var numbers = new List<long>();
            for (EventCursor? after = null; ;)
            {
                var page = await nodes.Primary.Events.ScanAsync(new EventScan { Limit = 7, Descending = descending, After = after, BizSteps = ["https://ref.gs1.org/cbv/BizStep-packing", "https://ref.gs1.org/cbv/BizStep-shipping"] }, TestContext.Current.CancellationToken);
                numbers.AddRange(page.Items.Select(e => e.Number));
                if (page.Next is null) break;
                after = page.Next;
            }

            numbers.ShouldBe(descending ? [.. Enumerable.Range(1, 40).Select(n => (long)n).Reverse()] : [.. Enumerable.Range(1, 40).Select(n => (long)n)]);
        }
    }

    private static WriteBatch Capture(int first, int count) => new() { Events = new EventCapture("did:web:example.com", [.. Enumerable.Range(first, count).Select(Entry)]) };

    private static EventEntry Entry(int number)
    {
        var json = Encoding.UTF8.GetBytes(FormattableString.Invariant($$"""{"type":"ObjectEvent","eventTime":"2027-01-01T00:00:{{number % 60:D2}}Z","eventTimeZoneOffset":"+00:00","epcList":["urn:example:thing:{{number}}"],"action":"OBSERVE","bizStep":"{{(number % 2 == 0 ? "packing" : "shipping")}}"}"""));
        using var parsed = JsonDocument.Parse(json);
        var hash = EventHash.Of(parsed.RootElement, EventNamespaces.Official, EventHashRules.Cbv20);
        return new EventEntry(json, "", hash, new EventKeyReader(EventNamespaces.Official).Read(parsed.RootElement, hash));
    }
}
