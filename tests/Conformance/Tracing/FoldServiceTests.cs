using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.FoldEvents;

namespace Voltloop.Tests.Conformance.Tracing;

/// <summary>Facts follow a capture at once: nothing waits for the next look at the clock.</summary>
public sealed class FoldServiceTests
{
    private const int Captures = 4;
    private static readonly ThingId Pack = ThingId.Parse("https://id.gs1.org/01/09521234500223/21/PACK-1");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_capture_wakes_the_fold_with_no_clock_at_work()
    {
        await using var house = new EventHouse();
        using var service = new FoldService(house.Services.GetRequiredService<FoldRunner>(), house.Services.GetRequiredService<EventSignal>(), new StoppedClock());
        await service.StartAsync(Stop);
        var taken = new List<TimeSpan>();
        for (var i = 0; i <= Captures; i++)
        {
            (await house.CaptureAsync(Encoding.UTF8.GetBytes(Graded(i)))).Job.Success.ShouldBeTrue();
            var clock = Stopwatch.StartNew();
            while (!await IsStatedAsync(house, i)) await Task.Delay(1, Stop);
            taken.Add(clock.Elapsed);
        }

        await service.StopAsync(Stop);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join(" ms, ", taken.Select(one => one.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture))) + " ms");
    }

    private static async Task<bool> IsStatedAsync(EventHouse house, int number) =>
        (await house.Record.ReadStatementsAsync(Pack, AsOf.Latest, Stop)).Any(one => one.Statement.Term == "remainingCapacity" && one.Statement.Value.Json == Charge(number));

    private static string Charge(int number) => (40.5 + (number / 10.0)).ToString(CultureInfo.InvariantCulture);

    // The first event makes the pack known; each is later than the one before.
    private static string Graded(int number) => $$"""
        {"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",{"voltloop":"urn:voltloop:vocab:"}],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2025-01-01T00:00:00Z","epcisBody":{"eventList":[
        {"type":"AggregationEvent","action":"ADD","eventTime":"2019-11-06T00:00:00Z","eventTimeZoneOffset":"+00:00","voltloop:keyEvent":"pack","bizStep":"assembling","parentID":"{{Pack}}","childEPCs":["https://id.gs1.org/01/09521234500216/21/MODULE-1"]},
        {"type":"ObjectEvent","action":"OBSERVE","eventTime":"2023-09-2{{number}}T13:00:00Z","eventTimeZoneOffset":"+00:00","voltloop:keyEvent":"second-life-grading","bizStep":"inspecting","epcList":["{{Pack}}"],"sensorElementList":[{"sensorReport":[{"type":"ElectricCharge","value":{{Charge(number)}},"uom":"AMH"}]}],"voltloop:grade":"B"}
        ] } }
        """;

    /// <summary>A clock whose timers never fire: whoever waits for it waits for ever.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
