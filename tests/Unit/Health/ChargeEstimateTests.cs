using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Health.EstimateCharge;
using Voltloop.Health.Model;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Things;
using Voltloop.Kernels.Circuit;
using Voltloop.Tests.Unit.Kernels;

namespace Voltloop.Tests.Unit.Health;

public sealed class ChargeEstimateTests
{
    private static readonly ThingId Cell = ThingId.Parse(Import.Cell);

    [Fact]
    public async Task Recordings_in_the_record_give_statements_with_method_inputs_and_interval()
    {
        var record = new MemoryRecord();
        var (drive, end) = Drive(1, seconds: 7000);
        Keep(record, Sweep(), "urn:test:sweep");
        Keep(record, drive, "urn:test:drive");
        var estimator = new ChargeEstimator(record, new Pen(record), TimeProvider.System);
        await estimator.EstimateAsync(Cell, "urn:test:issuer", CancellationToken.None);
        await estimator.EstimateAsync(Cell, "urn:test:issuer", CancellationToken.None);
        var facts = HealthFacts.Of(await record.ReadStatementsAsync(Cell, AsOf.Latest));
        var charge = facts.Find("stateOfCharge")!.Statement;
        charge.Unit.ShouldBe("%");
        charge.Value.AsNumber()!.Value.ShouldBe(100 * end, 3);
        charge.Uncertainty!.Value.Lower.ShouldBeLessThan(100 * end);
        charge.Uncertainty!.Value.Upper.ShouldBeGreaterThan(100 * end);
        charge.Evidence.Method.ShouldBe("charge.joint-ekf");
        charge.Evidence.Inputs.ShouldBe(["urn:test:drive", "urn:test:sweep"], ignoreOrder: true);
        var ohm = facts.Find("currentResistanceCell")!.Statement;
        ohm.Value.AsNumber()!.Value.ShouldBe(0.028, 0.004);
        var model = facts.Find("chargeModel")!;
        model.Statement.Value.AsElement().GetProperty("capacityAh").GetDouble().ShouldBe(SyntheticCell.CapacityAh, 0.02);
        (await record.ListSeriesAsync(Cell)).Count(info => info.Spec.Title == ChargeStatements.Title).ShouldBe(1);
        var (_, columns) = (await new ChargeReader(record).SeriesAsync(model, CancellationToken.None))!.Value;
        columns[1][^1].ShouldBe(charge.Value.AsNumber()!.Value, 0.01);
        ChargeResource.Curve(model).Series[0].Values.Length.ShouldBe(201);
    }

    [Fact]
    public void Without_a_slow_discharge_there_is_no_estimate() =>
        Should.Throw<ProblemException>(() => ChargeAssessment.Of([Drive(1, 7000).Recording])).Problem.Kind.ShouldBe(ChargeAssessment.CurveMissing);

    [Fact]
    public void With_nothing_but_the_slow_discharge_there_is_no_estimate() =>
        Should.Throw<ProblemException>(() => ChargeAssessment.Of([Sweep()])).Problem.Kind.ShouldBe(ChargeAssessment.NothingToEstimate);

    [Fact]
    public async Task A_battery_that_nobody_knows_is_not_found() =>
        (await Should.ThrowAsync<ProblemException>(() => new RecordingReader(new MemoryRecord()).ReadAsync(Cell, CancellationToken.None))).Problem.Kind.ShouldBe(CommonProblems.NotFound);

    [Fact]
    public void A_steady_current_is_counted_within_bounds_of_drift()
    {
        var run = SyntheticCell.Run(SyntheticCell.Circuit, [.. new double[60], .. Enumerable.Repeat(-0.5, 7200)], 0.9);
        var outcome = ChargeAssessment.Of([Sweep(), Recording(run, "steady")]);
        outcome.Method.Method.ShouldBe("charge.counting-with-drift-bound");
        outcome.Circuit.ShouldBeNull();
        Math.Abs(outcome.Charge[^1] - run.Charge[^1]).ShouldBeLessThan(outcome.Half[^1]);
        outcome.Half[^1].ShouldBeGreaterThan(0.05 * 2 / SyntheticCell.CapacityAh);
    }

    [Fact]
    public void A_steady_current_from_an_unknown_start_says_that_nothing_is_known()
    {
        var run = SyntheticCell.Run(SyntheticCell.Circuit, [.. Enumerable.Repeat(-0.5, 3000)], 0.9);
        ChargeAssessment.Of([Sweep(), Recording(run, "loaded") with { Ampere = [.. Enumerable.Repeat(-0.5, 3000)] }]).Half[^1].ShouldBe(1);
    }

    [Fact]
    public void A_gap_of_hours_opens_the_interval()
    {
        var (drive, _) = Drive(2, 7000);
        var whole = ChargeAssessment.Of([Sweep(), drive]);
        int[] kept = [.. Enumerable.Range(0, 6900), 6999];
        double[] Pick(double[] values) => Array.ConvertAll(kept, i => values[i]);
        var gap = new CellRecording("gap", [.. Pick(drive.Second)[..^1], drive.Second[6899] + 40 * 3600], Pick(drive.Ampere), Pick(drive.Volt), Pick(drive.Celsius));
        var torn = ChargeAssessment.Of([Sweep(), gap]);
        torn.Half.Max().ShouldBeGreaterThan(4 * whole.Half[^1]);
        double.IsFinite(torn.Charge[^1]).ShouldBeTrue();
    }

    [Fact]
    public async Task Files_of_testers_give_the_same_estimate_without_a_record()
    {
        string[] files = ["PAN-1-C20.bdf.csv.gz", "PAN-1-LA92.bdf.csv.gz", "PAN-1-NN.bdf.csv.gz"];
        var recordings = new List<CellRecording>();
        foreach (var file in files) recordings.Add(await RecordingFile.ReadAsync(Path.Combine(Repository.Root, "samples", "panasonic-18650pf", file), CancellationToken.None));
        var outcome = ChargeAssessment.Of(recordings);

        // The tester counted 2.54962 Ah out of a full cell of 2.99491 Ah.
        var truth = 1 - 2.54962 / 2.99491;
        outcome.Charge[^1].ShouldBe(truth, 0.01);
        Math.Abs(outcome.Charge[^1] - truth).ShouldBeLessThan(outcome.Half[^1]);
        outcome.IdentifiedOn.ShouldBe("PAN-1-LA92.bdf.csv.gz");
        outcome.Ocv.CapacityAh.ShouldBe(2.99491, 0.01);
        outcome.Ocv.HasHysteresis.ShouldBeFalse("the slow charge of the sample ends 13 % early");
    }

    [Fact]
    public async Task A_file_that_is_no_recording_is_refused_by_name()
    {
        var path = Path.Combine(Path.GetTempPath(), $"voltloop-{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(path, "a,b\n1,2\n");
        try
        {
            (await Should.ThrowAsync<ProblemException>(() => RecordingFile.ReadAsync(path, CancellationToken.None))).Problem.Kind.ShouldBe(CommonProblems.MalformedInput);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static CellRecording Sweep()
    {
        // C/20 from full to empty, a sample a minute.
        const double Ampere = SyntheticCell.CapacityAh / 20;
        int[] at = [.. Enumerable.Range(0, 1201)];
        var volt = Array.ConvertAll(at, i => SyntheticCell.Ocv.At(1 - i / 1200.0) - 0.06 * Ampere);
        return new CellRecording("sweep", Array.ConvertAll(at, i => i * 60.0), Array.ConvertAll(at, _ => -Ampere), volt, Array.ConvertAll(at, _ => 25.0));
    }

    private static (CellRecording Recording, double End) Drive(int seed, int seconds)
    {
        var run = SyntheticCell.Run(SyntheticCell.Circuit, SyntheticCell.Drive(new Random(seed), seconds, -1.2), 0.98);
        return (Recording(run, "drive"), run.Charge[^1]);
    }

    private static CellRecording Recording(CircuitRun run, string id) =>
        new(id, [.. Enumerable.Range(0, run.Count).Select(i => (double)i)], run.Ampere, run.Volt, run.Celsius);

    private static void Keep(MemoryRecord record, CellRecording recording, string id)
    {
        ChannelSpec[] channels = [new("test_time_second", "s"), new("voltage_volt", "V"), new("current_ampere", "A"), new("surface_temperature_celsius", "degC")];
        record.Apply(new WriteBatch
        {
            Things = [new Thing(Cell, ThingKind.Cell, "Test cell")],
            Series = [new SeriesAppend(new SeriesSpec(id, Cell, "Voltage and current over time", channels), [recording.Second, recording.Volt, recording.Ampere, recording.Celsius]) { ExpectedSamples = 0 }],
        });
    }

    private sealed class Pen(MemoryRecord record) : IRecordWriter
    {
        public Task<WriteReceipt> WriteAsync(WriteBatch batch, CancellationToken cancellation = default)
        {
            record.Apply(batch);
            return Task.FromResult<WriteReceipt>(null!);
        }
    }
}
