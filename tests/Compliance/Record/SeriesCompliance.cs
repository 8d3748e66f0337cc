using Voltloop.Core.Problems;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;

namespace Voltloop.Tests.Compliance.Record;

/// <summary>Series: appending, range reads, refusals.</summary>
public abstract class SeriesCompliance : RecordCompliance
{
    private static SeriesSpec Spec(string id = "urn:series:1") => new(id, Id("a"), "Cycling", [new("test_time_second", "s"), new("voltage_volt", "V")]);

    [Fact]
    public async Task Samples_come_back_bit_by_bit()
    {
        await Register(Cell("a"));
        double[] hard = [double.NaN, double.NegativeInfinity, -0.0, 0.1 + 0.2, double.Epsilon, BitConverter.Int64BitsToDouble(0x7FF8_0000_0000_1234), 3.7];
        var receipt = await Append(Spec(), Axis(0, 7), hard);

        var info = (await Reader.FindSeriesAsync("urn:series:1")).ShouldNotBeNull();
        var columns = await Read("urn:series:1", new SeriesRange());

        columns[1].Select(BitConverter.DoubleToInt64Bits).ShouldBe(hard.Select(BitConverter.DoubleToInt64Bits));
        (info.Samples, info.FirstAxis, info.LastAxis, receipt.Samples).ShouldBe((7, 0, 6, 14));
        info.Spec.Channels.ShouldBe(Spec().Channels);
        var expected = Spec();
        (info.Spec with { Channels = expected.Channels }).ShouldBe(expected);
        info.StoredBytes.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(1, 300)]
    [InlineData(7, 200)]
    [InlineData(20_000, 9)]
    [InlineData(33_000, 4)]
    public async Task Many_appends_make_one_series(int rows, int appends)
    {
        await Register(Cell("a"));
        for (var i = 0; i < appends; i++)
        {
            await Append(Spec(), Axis(i * rows, rows), Axis(i * rows, rows).Select(t => 3.5 + Math.Round(Math.Sin(t), 4)).ToArray());
        }

        var columns = await Read("urn:series:1", new SeriesRange());

        columns[0].ShouldBe(Axis(0, rows * appends));
        columns[1].ShouldBe(Axis(0, rows * appends).Select(t => 3.5 + Math.Round(Math.Sin(t), 4)).ToArray());
        (await Reader.FindSeriesAsync("urn:series:1"))!.Samples.ShouldBe(rows * appends);
    }

    [Fact]
    public async Task Appends_of_changing_lengths_keep_their_order()
    {
        await Register(Cell("a"));
        var random = new Random(5);
        var total = 0;
        for (var i = 0; i < 60; i++)
        {
            var rows = (int)Math.Pow(10, random.NextDouble() * 4.6);
            await Append(Spec(), Axis(total, rows), Axis(-total, rows));
            total += rows;
        }

        (await Read("urn:series:1", new SeriesRange()))[0].ShouldBe(Axis(0, total));
    }

    [Fact]
    public async Task Ranges_and_channels_are_chosen()
    {
        await Register(Cell("a"));
        await Append(Spec(), Axis(0, 100_000), Axis(1000, 100_000));

        var columns = await Read("urn:series:1", new SeriesRange(32_760, 20, ["voltage_volt", "test_time_second"]));

        columns[0].ShouldBe(Axis(33_760, 20));
        columns[1].ShouldBe(Axis(32_760, 20));
        (await Read("urn:series:1", new SeriesRange(99_999)))[0].ShouldBe([99_999]);
        (await Reader.ReadSeriesAsync("urn:series:1", new SeriesRange(100_000)).CountAsync()).ShouldBe(0);
        (await Reader.ReadSeriesAsync("urn:series:1", new SeriesRange(5, 0)).CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Blocks_follow_each_other_without_gaps()
    {
        await Register(Cell("a"));
        await Append(Spec(), Axis(0, 90_000), Axis(0, 90_000));
        var next = 10L;
        await foreach (var block in Reader.ReadSeriesAsync("urn:series:1", new SeriesRange(10, 80_000)))
        {
            block.From.ShouldBe(next);
            block.Columns.ShouldAllBe(c => c.Length == block.Count);
            next += block.Count;
        }

        next.ShouldBe(80_010);
    }

    [Fact]
    public async Task Series_of_a_thing_are_listed_in_order()
    {
        await Register(Cell("a"), Cell("b"));
        await Append(Spec("urn:series:2"), [1], [2]);
        await Append(Spec("urn:series:1"), [], []);

        var found = await Reader.ListSeriesAsync(Id("a"));

        found.Select(s => s.Spec.Id).ShouldBe(["urn:series:1", "urn:series:2"]);
        (found[0].Samples, found[0].FirstAxis, found[0].LastAxis).ShouldBe((0, double.NaN, double.NaN));
        (await Reader.ListSeriesAsync(Id("b"))).ShouldBeEmpty();
        (await Reader.FindSeriesAsync("urn:series:3")).ShouldBeNull();
    }

    [Fact]
    public async Task The_same_append_sent_twice_is_written_once()
    {
        await Register(Cell("a"));
        var append = new SeriesAppend(Spec(), [[1, 2], [3, 4]]) { ExpectedSamples = 0 };
        await Writer.WriteAsync(new WriteBatch { Series = [append] });

        await Refused(CommonProblems.Conflict, () => Writer.WriteAsync(new WriteBatch { Series = [append] }));

        (await Read("urn:series:1", new SeriesRange()))[1].ShouldBe([3, 4]);
    }

    [Fact]
    public async Task Broken_appends_are_refused_by_name()
    {
        await Register(Cell("a"), Cell("b"));
        await Append(Spec(), [1], [2]);
        await Refused(CommonProblems.InvalidValue, () => Append(Spec(), [2, 3], [1]));
        await Refused(CommonProblems.InvalidValue, () => Append(Spec(), [double.NaN], [1]));
        await Refused(CommonProblems.InvalidValue, () => Append(Spec(), [1]));
        await Refused(CommonProblems.InvalidValue, () => Append(Spec() with { Channels = [new("x", "s"), new("x", "s")] }, [1], [1]));
        await Refused(CommonProblems.InvalidValue, () => Append(Spec() with { Channels = [] }));
        await Refused(CommonProblems.InvalidValue, () => Append(Spec() with { Source = "nonsense" }, [1], [1]));
        await Refused(CommonProblems.Conflict, () => Append(Spec() with { Title = "Other" }, [1], [1]));
        await Refused(CommonProblems.Conflict, () => Append(Spec() with { Thing = Id("b") }, [1], [1]));
        await Refused(CommonProblems.Conflict, () => Append(Spec() with { Channels = [new("test_time_second", "s"), new("voltage_volt", "mV")] }, [1], [1]));
        await Refused(RecordProblems.UnknownThing, () => Append(Spec("urn:series:9") with { Thing = Id("nobody") }, [1], [1]));
        await Refused(CommonProblems.NotFound, () => Read("urn:series:9", new SeriesRange()));
        await Refused(CommonProblems.NotFound, () => Read("urn:series:1", new SeriesRange(Channels: ["nothing"])));
        (await Reader.FindSeriesAsync("urn:series:1"))!.Samples.ShouldBe(1);
    }

    private static double[] Axis(int from, int count) => [.. Enumerable.Range(from, count).Select(i => (double)i)];

    private Task<WriteReceipt> Append(SeriesSpec spec, params double[][] columns) =>
        Writer.WriteAsync(new WriteBatch { Series = [new SeriesAppend(spec, columns)] });

    private async Task<List<double[]>> Read(string id, SeriesRange range)
    {
        var blocks = await Reader.ReadSeriesAsync(id, range).ToListAsync();
        return Enumerable.Range(0, blocks[0].Columns.Count).Select(c => blocks.SelectMany(b => b.Columns[c]).ToArray()).ToList();
    }
}
