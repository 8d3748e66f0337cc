using System.Globalization;
using Microsoft.Extensions.Configuration;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Health.FollowAssets;
using Voltloop.Health.IngestTelemetry;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Web.Composition;
using static Voltloop.Tests.Unit.Health.Telemetry.TelemetryHouse;

namespace Voltloop.Tests.Unit.Health.Telemetry;

public sealed class TelemetryDeskTests
{
    [Fact]
    public async Task A_message_seen_again_changes_nothing_also_after_a_restart()
    {
        await using var house = await OpenAsync();
        (await house.OneAsync(Message(1, Start))).ShouldSatisfyAllConditions(one => one.Outcome.ShouldBe("taken"), one => one.Samples.ShouldBe(30));
        var state = house.State();
        (await house.SendAsync(Message(1, Start), Message(1, Start))).Select(one => one.Outcome).ShouldBe(["duplicate", "duplicate"]);
        await house.RestartAsync();
        (await house.OneAsync(Message(1, Start))).Outcome.ShouldBe("duplicate");
        house.State().ShouldBe(state);
        (await house.SamplesAsync()).Count.ShouldBe(30);
    }

    [Fact]
    public async Task A_message_twice_in_one_batch_counts_once()
    {
        await using var house = await OpenAsync();
        (await house.SendAsync(Message(7, Start), Message(7, Start))).Select(one => one.Outcome).ShouldBe(["taken", "duplicate"]);
        house.Track().State.Samples.ShouldBe(30);
    }

    [Fact]
    public async Task An_identifier_used_for_another_content_is_refused_by_name()
    {
        await using var house = await OpenAsync();
        await house.OneAsync(Message(1, Start));
        (await house.OneAsync(Message(1, Start + 36_000))).Problem.ShouldBe("telemetry-message-reused");
        (await house.SamplesAsync()).Count.ShouldBe(30);
    }

    [Fact]
    public async Task Samples_that_are_there_already_in_another_message_are_not_counted_twice()
    {
        await using var house = await OpenAsync();
        await house.OneAsync(Message(1, Start));
        var state = house.State();
        (await house.OneAsync(Message(2, Start))).ShouldSatisfyAllConditions(one => one.Samples.ShouldBe(0), one => one.Repeated.ShouldBe(30));
        house.State().ShouldBe(state);
        house.Track().Counts.Repeated.ShouldBe(30);
    }

    [Fact]
    public async Task Processing_in_one_go_equals_processing_with_a_restart_before_any_message()
    {
        string[] messages = [.. Enumerable.Range(0, 12).Select(i => Message(i, Start + 1800 * i))];
        await using var whole = await OpenAsync();
        await whole.SendAsync(messages);
        await using var pieces = await OpenAsync();
        foreach (var message in messages)
        {
            await pieces.RestartAsync();
            (await pieces.OneAsync(message)).Outcome.ShouldBe("taken");
        }

        pieces.State().ShouldBe(whole.State());
        whole.Track().State.Samples.ShouldBe(360);
    }

    [Fact]
    public async Task Messages_late_by_a_day_are_merged_as_if_they_had_come_in_order()
    {
        string[] messages = [.. Enumerable.Range(0, 52).Select(i => Message(i, Start + 1800 * i))];
        await using var ordered = await OpenAsync();
        await ordered.SendAsync(messages);
        await using var shuffled = await OpenAsync();
        string[] late = [messages[5], messages[2], messages[30], messages[0]];
        foreach (var message in messages.Except(late)) await shuffled.OneAsync(message);
        (await shuffled.OneAsync(late[0])).ShouldSatisfyAllConditions(one => one.Outcome.ShouldBe("taken"), one => one.Late.ShouldBe(30));
        await shuffled.RestartAsync();
        await shuffled.SendAsync(late[1..]);
        shuffled.State().ShouldBe(ordered.State());
        (await shuffled.SamplesAsync()).Time.ShouldBe((await ordered.SamplesAsync()).Time);
        shuffled.Track().Counts.Late.ShouldBe(120);
    }

    [Fact]
    public async Task A_message_later_than_the_window_is_refused_by_the_name_of_the_window()
    {
        await using var house = await OpenAsync();
        await house.OneAsync(Message(1, Start + 49 * 3600));
        var late = await house.OneAsync(Message(2, Start));
        late.Problem.ShouldBe("telemetry-too-late");
        late.Detail!.ShouldContain("LateWindow");
    }

    [Fact]
    public async Task A_message_is_remembered_for_thirty_days_of_its_sender_and_later_refused_as_too_late_instead_of_counted_twice()
    {
        const double Day = 86_400;
        await using var house = await OpenAsync();
        await house.OneAsync(Message(1, Start));
        await house.OneAsync(Message(2, Start + 29 * Day));
        (await house.OneAsync(Message(1, Start))).Outcome.ShouldBe("duplicate");
        await house.OneAsync(Message(3, Start + 31 * Day));
        (await house.OneAsync(Message(1, Start))).Problem.ShouldBe("telemetry-too-late");
        (await house.OneAsync(Message(2, Start + 29 * Day))).Outcome.ShouldBe("duplicate");
        house.Track().State.Samples.ShouldBe(90);
        (await house.SamplesAsync()).Count.ShouldBe(90);
    }

    [Fact]
    public void Messages_must_be_remembered_for_as_long_as_late_samples_are_taken()
    {
        TelemetrySettings With(string days) => TelemetrySettings.Of(new HouseSettings(new ConfigurationBuilder().AddInMemoryCollection([new("Telemetry:ReceiptDays", days)]).Build()));
        With("2").ReceiptDays.ShouldBe(2);
        Should.Throw<ProblemException>(() => With("1.9")).Problem.Remedy!.ShouldContain("2 or more");
    }

    [Fact]
    public async Task A_state_that_was_lost_is_made_again_from_the_series()
    {
        await using var house = await OpenAsync();
        await house.SendAsync(Message(1, Start), Message(2, Start + 1800), Message(3, Start - 1800));
        var before = house.State();
        using (var database = Database.OpenForWriting(house.FilePath)) database.Execute("DELETE FROM telemetry_track; DELETE FROM telemetry_mark; DELETE FROM telemetry_receipt;");
        await house.RestartAsync();
        (await house.OneAsync(Message(2, Start + 1800))).Repeated.ShouldBe(30);
        house.State().ShouldBe(before);
        (await house.OneAsync(Message(4, Start + 3600))).Samples.ShouldBe(30);
        (await house.SamplesAsync()).Count.ShouldBe(120);
    }

    [Theory]
    [InlineData("""{"asset":"https://id.gs1.org/01/09521234500018/21/NOBODY","source":"g","sequence":1,"time":[1735689600],"voltage":[3.7]}""", "telemetry-unknown-asset")]
    [InlineData("""{"asset":"ID","source":"g","sequence":1,"units":{"voltage":"kV"},"time":[1735689600],"voltage":[3.7]}""", "telemetry-bad-unit")]
    [InlineData("""{"asset":"ID","source":"g","sequence":1,"time":[1735689600,1735689601],"voltage":[3700,3701]}""", "telemetry-unit-suspect")]
    [InlineData("""{"asset":"ID","source":"g","sequence":1,"time":[1735689600000],"voltage":[3.7]}""", "telemetry-bad-time")]
    [InlineData("""{"asset":"ID","source":"g","sequence":1,"time":[12],"voltage":[3.7]}""", "telemetry-bad-time")]
    [InlineData("""{"asset":"ID","source":"g","sequence":1,"time":[null],"voltage":[3.7]}""", "telemetry-bad-time")]
    [InlineData("""{"asset":"ID","source":"g","sequence":1,"time":[1735689600],"voltage":[null]}""", "telemetry-empty")]
    [InlineData("""{"asset":"ID","source":"g","sequence":1,"time":[],"voltage":[]}""", "telemetry-empty")]
    [InlineData("""{"asset":"ID","source":"g","sequence":1,"time":[1735689600],"voltage":[3.7,3.8]}""", "invalid-value")]
    [InlineData("""{"asset":"ID","source":"g","time":[1735689600],"voltage":[3.7]}""", "invalid-value")]
    public async Task What_is_wrong_with_a_message_has_a_name_and_does_not_touch_the_others(string bad, string problem)
    {
        await using var house = await OpenAsync();
        var outcomes = await house.SendAsync(bad.Replace("\"ID\"", $"\"{Pack.Value}\"", StringComparison.Ordinal), Message(9, Start));
        outcomes[0].Problem.ShouldBe(problem);
        outcomes[1].Outcome.ShouldBe("taken");
    }

    [Fact]
    public async Task Declared_units_and_sign_are_converted()
    {
        await using var house = await OpenAsync();
        await house.OneAsync($$"""{"asset":"{{Pack.Value}}","source":"g","messageId":"a","positiveCurrent":"discharge","units":{"time":"ms","voltage":"mV","current":"mA","temperature":"K"},"time":[1735689600500],"voltage":[3712],"current":[1500],"temperature":[298.15]}""");
        var samples = await house.SamplesAsync();
        (samples.Time[0], samples.Volt[0], samples.Ampere[0]).ShouldBe((1735689600.5, 3.712, -1.5));
        samples.Celsius[0].ShouldBe(25, 1e-9);
    }

    [Fact]
    public async Task A_temperature_of_minus_2500_is_left_out_and_shown_and_the_rest_of_the_message_stays()
    {
        await using var house = await OpenAsync();
        var outcome = await house.OneAsync($"# asset={Pack.Value};source=g;sequence=1\n1735689600,3.7,1,25\n1735689601,3.7,1,-2500\n1735689602,,NaN,26\n");
        (outcome.Samples, outcome.LeftOut).ShouldBe((3, 1));
        double.IsNaN((await house.SamplesAsync()).Celsius[1]).ShouldBeTrue();
        house.Track().Counts.Examples.ShouldHaveSingleItem().Value.ShouldBe(-2500);
        house.Track().State.Celsius.Least.ShouldBe(25);
    }

    [Fact]
    public async Task A_message_of_too_many_samples_is_refused_whole_by_the_name_of_the_limit()
    {
        await using var house = await OpenAsync();
        var body = $"# asset={Pack.Value};source=g;sequence=1\n" + string.Concat(Enumerable.Repeat("1\n", 1_000_001));
        var refused = await Should.ThrowAsync<ProblemException>(() => house.SendAsync(body));
        refused.Problem.Kind.HttpStatus.ShouldBe(413);
        refused.Problem.Detail.ShouldContain("MaxSamplesPerMessage");
    }

    [Theory]
    [InlineData("""{"asset":1}""")]
    [InlineData("""{"asset":"x","voltages":[1]}""")]
    [InlineData("""{"asset":"x","time":[""")]
    [InlineData("1,2,3")]
    [InlineData("# asset=x\n1,2,3,4,5\n")]
    [InlineData("# asset=x\nabc\n")]
    [InlineData(" ")]
    public async Task What_cannot_be_read_at_all_is_refused_by_name(string body)
    {
        await using var house = await OpenAsync();
        (await Should.ThrowAsync<ProblemException>(() => house.SendAsync(body))).Problem.Kind.ShouldBe(CommonProblems.MalformedInput);
    }

    [Fact]
    public async Task Many_senders_at_once_lose_and_double_nothing()
    {
        await using var house = await OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => house.SendAsync(Message(i % 20, Start + 1800 * (i % 20))))));
        (await house.SamplesAsync()).Count.ShouldBe(600);
        house.Track().State.Samples.ShouldBe(600);
    }

    [Fact]
    public async Task Who_may_not_write_to_a_battery_is_refused_for_it_and_nothing_is_taken()
    {
        await using var house = await OpenAsync();
        (await house.SendAsAsync(ThingId.Parse("did:web:stranger.example"), Message(1, Start))).ShouldHaveSingleItem().Problem.ShouldBe("forbidden");
        (await house.OneAsync(Message(1, Start))).Outcome.ShouldBe("taken");
    }

    [Fact]
    public async Task What_the_estimators_know_is_stated_at_a_pace()
    {
        await using var house = await OpenAsync();
        await house.OneAsync(Message(1, Start));
        (await house.Follower.StateAsync(CancellationToken.None)).ShouldBe(1);
        var stated = (await house.Record.ReadStatementsAsync(Pack, AsOf.Latest)).ToDictionary(one => one.Statement.Term, one => one.Statement, StringComparer.Ordinal);
        stated["capacityThroughput"].Value.AsNumber()!.Value.ShouldBe(2.5 * 29 / 60, 1e-3);
        stated["equivalentFullCycles"].Value.AsNumber()!.Value.ShouldBe(2.5 * 29 / 60 / 20, 1e-3);
        stated.ShouldNotContainKey("stateOfCharge", "bounds from empty to full say nothing");
        await house.OneAsync(Message(2, Start + 1800));
        (await house.Follower.StateAsync(CancellationToken.None)).ShouldBe(0, "it was stated a moment ago");
    }
}
