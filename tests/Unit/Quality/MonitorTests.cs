using System.Globalization;
using System.Text;
using Voltloop.Core.Problems;
using Voltloop.Quality;
using Voltloop.Quality.Model;
using Voltloop.Quality.MonitorProcess;
using Voltloop.Quality.ReadProcessSignals;
using Voltloop.Quality.ReadTables;
using Voltloop.Record.Importing;

namespace Voltloop.Tests.Unit.Quality;

public sealed class MonitorTests
{
    [Fact]
    public void A_shift_that_only_breaks_how_signals_go_together_is_found_and_its_signals_named()
    {
        var (train, test) = (Made(1, 400), Made(2, 200));
        // Both stay within what is usual for each; together they are not.
        for (var i = 100; i < 200; i++) (test[i][0], test[i][1]) = (test[i][0] + 1.2, test[i][1] - 1.2);
        var found = Watched(train, test, new MonitorRequest(FaultFrom: 101));
        found.Methods.Select(method => method.Method).ShouldBe(["t2", "pca", "mewma", "mcusum", "dpca", "cva"]);
        found.Methods.First(method => method.Method == "mewma").Detected.ShouldBeTrue();
        found.Joint.FirstAlarm!.Value.ShouldBeInRange(101, 110);
        found.Joint.FalseAlarms.Percent!.Value.ShouldBeLessThan(4);
        found.Selected!.Number.ShouldBeGreaterThan(100);
        found.Selected.Terms.Take(2).Select(term => term.Signal).Order().ShouldBe(["a", "b"]);
        found.Out.Count(row => row.Signals.Take(2).Order().SequenceEqual(["a", "b"])).ShouldBeGreaterThan(60);
    }

    [Fact]
    public void All_methods_share_one_budget_on_the_rows_that_limits_come_from()
    {
        var found = ProcessMonitor.Run(new MonitorInput(Table(Made(1, 300)), Table(Made(2, 300))) { Calibrate = Table(Made(3, 1_000)) }, new MonitorRequest(Budget: 0.02).Settings());
        found.Joint.InControl.Alarms.ShouldBeInRange(18, 20);
        found.Ran.Sum(method => method.Rates.InControl.Alarms).ShouldBeGreaterThanOrEqualTo(found.Joint.InControl.Alarms);
    }

    [Fact]
    public void Nothing_is_claimed_where_nothing_is()
    {
        var verdicts = Enumerable.Range(0, 12).Select(seed => ProcessMonitor.Run(new MonitorInput(Table(Made(1_000 + seed, 300)), Table(Made(2_000 + seed, 300))) { Calibrate = Table(Made(3_000 + seed, 500)) }, new MonitorRequest("t2,mewma").Settings())).ToArray();
        verdicts.Count(found => found.IsDetected).ShouldBeLessThanOrEqualTo(1);
        MonitorWords.Verdict(verdicts.First(found => !found.IsDetected)).ShouldStartWith("Not detectable");
    }

    [Fact]
    public void One_figure_alone_has_the_whole_budget() =>
        Watched(Made(1, 300), Made(2, 50), new MonitorRequest("t2"), Made(3, 1_000)).Methods.Single().FalseAlarms.Alarms.ShouldBe(10);

    [Fact]
    public void Limits_of_theory_hold_for_normal_rows()
    {
        var found = Watched(Normal(1, 2_000), Normal(2, 2_000), new MonitorRequest("t2,pca,mewma,mcusum,cva", 0.01, "theory"));
        // A limit of an average is that of a run length: alarms come in runs, so more rows are above it.
        foreach (var method in found.Methods) method.Detections.Percent!.Value.ShouldBeInRange(0.2, method.Method == "mcusum" ? 10 : 3.5, method.Method);
        found.Notes.ShouldContain(note => note.Contains("realised rate", StringComparison.Ordinal));
    }

    [Fact]
    public void A_singular_covariance_is_named_and_principal_components_still_watch()
    {
        double[][] Doubled(int seed) => [.. Made(seed, 300).Select(row => new[] { row[0], row[1], row[0] + row[1] })];
        Refused(QualityProblems.SingularCovariance, Doubled(1), Doubled(2), "t2").ShouldContain("c is determined");
        var all = Watched(Doubled(1), Doubled(2), new MonitorRequest());
        all.Methods.Where(method => method.Problem is not null).Select(method => method.Method).ShouldBe(["t2", "mewma", "mcusum"]);
        all.Methods.First(method => method.Method == "pca").Statistics.Count.ShouldBe(2);
        all.Selected?.Terms.ShouldBeEmpty();
    }

    [Fact]
    public void More_variables_than_rows_are_named_and_principal_components_still_watch()
    {
        double[][] Wide(int seed) => [.. Enumerable.Range(0, 40).Select(i => Enumerable.Range(0, 60).Select(j => new Random((seed * 10_000) + (i * 100) + j).NextDouble()).ToArray())];
        Refused(QualityProblems.MoreVariablesThanRows, Wide(1), Wide(2), "mewma").ShouldContain("60 variables");
        Watched(Wide(1), Wide(2), new MonitorRequest("pca")).Methods[0].Statistics[1].Figures.ShouldAllBe(figure => figure > 0);
    }

    [Fact]
    public void A_constant_signal_is_left_out_and_told_when_it_moves()
    {
        double[][] train = [.. Made(1, 200).Select(row => new[] { row[0], 7, row[1] })], test = [.. Made(2, 60).Select((row, i) => new[] { row[0], i < 55 ? 7 : 8, row[1] })];
        var found = Watched(train, test, new MonitorRequest("pca"));
        found.Signals.ShouldBe(["a", "c"]);
        found.Notes.ShouldContain("b never changed in training, but did in 5 test rows: look at it yourself.");
        Refused(QualityProblems.ConstantData, [.. Enumerable.Repeat(new double[] { 1, 2 }, 50)], [.. Enumerable.Repeat(new double[] { 1, 2 }, 50)], "pca");
    }

    [Fact]
    public void Missing_values_are_left_out_or_refused_when_there_are_many()
    {
        var (train, test) = (Made(1, 200), Made(2, 60));
        (train[3][1], test[5][0]) = (double.NaN, double.NaN);
        var found = Watched(train, test, new MonitorRequest());
        found.TrainingRows.ShouldBe(199);
        found.Notes.ShouldContain("1 training rows with a missing value were left out.");
        found.Methods[0].Statistics[0].Figures[5].ShouldBeNull();
        found.Joint.Detections.Rows.ShouldBe(59);
        for (var i = 0; i < 60; i++) train[i][0] = double.NaN;
        Refused(QualityProblems.MissingValues, train, test, "t2");
    }

    [Fact]
    public void Tables_that_do_not_fit_are_refused_by_name()
    {
        Refused(QualityProblems.ColumnsDiffer, Made(1, 50), [.. Made(2, 50).Select(row => row[..2])], "t2").ShouldContain("has the signals a, b");
        Refused(QualityProblems.TooFewPoints, Made(1, 10), Made(2, 10), "t2");
        Should.Throw<ProblemException>(() => ProcessMonitor.Run(new MonitorInput(Table(Made(1, 60)), Table(Made(2, 20))) { FaultFrom = 20 }, new MonitorRequest().Settings())).Problem.Location.ShouldBe("faultFrom");
        Should.Throw<ProblemException>(() => ProcessMonitor.Run(new MonitorInput(Table(Made(1, 60)), Table(Made(2, 20))) { Calibrate = Table(Made(3, 20)) }, new MonitorRequest().Settings())).Problem.Kind.ShouldBe(QualityProblems.TooFewPoints);
        Should.Throw<ProblemException>(() => new MonitorRequest("lda").Settings()).Problem.Remedy!.ShouldContain("mewma");
        Should.Throw<ProblemException>(() => new MonitorRequest(Budget: 0.9).Settings()).Problem.Location.ShouldBe("budget");
        Should.Throw<ProblemException>(() => new MonitorRequest(Limits: "none").Settings()).Problem.Location.ShouldBe("limits");
        Should.Throw<ProblemException>(() => Watched(Made(1, 60), Made(2, 20), new MonitorRequest("t2", Row: 21))).Problem.Location.ShouldBe("row");
    }

    [Fact]
    public void Files_are_read_with_or_without_names_and_one_on_its_side_is_turned_round()
    {
        var rows = Made(1, 60);
        var turned = string.Join('\n', Enumerable.Range(0, 3).Select(j => string.Join("  ", rows.Select(row => row[j].ToString("R", CultureInfo.InvariantCulture)))));
        var plain = string.Join('\n', Made(2, 40).Select(row => string.Join(' ', row.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))));
        var found = Monitoring.OfFiles((Source("train.dat", turned), Source("test.dat", plain), null), new MonitorRequest("t2"));
        (found.TrainingRows, found.TestRows, found.Signals[2]).ShouldBe((60, 40, "x3"));
        found.Notes[0].ShouldContain("turned round");
        var named = SignalTableReader.Of(DelimitedTable.Parse("t.csv", "time,unit,flow (l/min),pressure\n2024-03-05T10:00Z,C-17,1.5,2\n2024-03-05T10:01Z,C-18,,3"));
        named.Columns.ShouldBe(["flow (l/min)", "pressure"]);
        named.LabelOf(1).ShouldBe("C-18");
        named.Times[0].ShouldBe(new DateTimeOffset(2024, 3, 5, 10, 0, 0, TimeSpan.Zero));
        named.Rows[1][0].ShouldBe(double.NaN);
    }

    [Fact]
    public void Readings_of_one_moment_make_a_row_and_rare_ones_are_left_out()
    {
        var at = DateTimeOffset.UnixEpoch;
        var table = SignalRows.Of("m", [new ProcessReading("Pressure", "BAR", at, 1), new ProcessReading("Temperature", "CEL", at, 20), new ProcessReading("Pressure", "BAR", at.AddMinutes(1), 2), new ProcessReading("Temperature", "CEL", at.AddMinutes(2), 21), new ProcessReading("Odd", "", at, 3)]);
        table.Columns.ShouldBe(["Pressure (bar)", "Temperature (°C)"]);
        table.Rows.Count.ShouldBe(3);
        double.IsNaN(table.Rows[1][1]).ShouldBeTrue();
    }

    [Fact]
    public void Every_answer_can_be_written_as_json() =>
        System.Text.Json.JsonSerializer.Serialize(Watched(Made(1, 100), Made(2, 30), new MonitorRequest()), Voltloop.Web.Http.JsonOutput.Options).ShouldContain("\"joint\"");

    private static MonitorResource Watched(double[][] train, double[][] test, MonitorRequest request, double[][]? calibrate = null) => MonitorResource.Of(
        "made", ProcessMonitor.Run(new MonitorInput(Table(train), Table(test)) { Calibrate = calibrate is null ? null : Table(calibrate), FaultFrom = request.FaultFrom - 1 }, request.Settings()), request.Row);

    private static string Refused(ProblemKind kind, double[][] train, double[][] test, string method)
    {
        var problem = Should.Throw<ProblemException>(() => Watched(train, test, new MonitorRequest(method))).Problem;
        problem.Kind.ShouldBe(kind);
        return problem.Detail;
    }

    private static SignalTable Table(double[][] rows) => new("made", [.. Enumerable.Range(0, rows[0].Length).Select(j => j < 26 ? ((char)('a' + j)).ToString() : $"v{j}")], rows);

    private static ImportSource Source(string name, string text) => new(name, Encoding.UTF8.GetBytes(text), "");

    // Three signals that follow one another: b goes with a, c on its own.
    private static double[][] Made(int seed, int rows)
    {
        var random = new Random(seed);
        double Noise() => random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5;
        return [.. Enumerable.Range(0, rows).Select(_ => (Common: 3 * Noise(), Own: Noise())).Select(one => new[] { 10 + one.Common + (0.3 * Noise()), 20 + one.Common + (0.3 * Noise()), one.Own })];
    }

    private static double[][] Normal(int seed, int rows)
    {
        var random = new Random(seed);
        double One() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return [.. Enumerable.Range(0, rows).Select(_ => (A: One(), B: One(), C: One(), D: One())).Select(x => new[] { x.A, x.A + x.B, x.C, x.D - x.A })];
    }
}
