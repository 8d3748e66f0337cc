using Voltloop.Quality.AnalyseExperiment;
using Voltloop.Quality.AssessCapability;
using Voltloop.Quality.ChartCharacteristic;
using Voltloop.Quality.CompareExperts;
using Voltloop.Quality.FindCause;
using Voltloop.Quality.KeepControlPlan;
using Voltloop.Quality.LearnStructure;
using Voltloop.Quality.MonitorProcess;
using Voltloop.Quality.PredictQuality;
using Voltloop.Quality.ReadTables;
using Voltloop.Quality.StackTolerances;
using Voltloop.Quality.StudyGauge;

namespace Voltloop.Bench.Fuzz;

/// <summary>Tables that are uploaded to Quality, read and then analysed as over HTTP.</summary>
internal static class QualityTargets
{
    // Analyses take their time with the rows: few of them read the same columns.
    private const int MostBytes = 9_000;

    private static readonly GateRequest Gate = new GateRequest(Outcome: "life").Checked();

    public static IReadOnlyList<FuzzTarget> All(Lazy<FuzzHouse> house) =>
    [
        Table("quality-stack", table => StackAnalysis.Of(table, new StackRequest(Runs: StackRequest.FewestRuns).Checked()), "busbar-loop", "cell-module-pack", "cells-measured", "module-locators", "module-pressure"),
        Table("quality-experiment", table => ExperimentAnalysis.Of(table, new AnalysisRequest()), "weld-screening", "calender-surface"),
        Table("quality-gauge", table => GaugeAnalysis.Of(table, new GaugeRequest(10)), "gauge-crossed", "gauge-judgements", "gauge-references"),
        Table("quality-plan", table => PlanReader.Read(table), "control-plan"),
        Table("quality-fmea", table => FmeaAnalysis.Of(("fuzz", FmeaReader.Read(table)), null, new FmeaRequest().Checked(), CancellationToken.None), "line-fmea"),
        Table("quality-stations", table => StationTable.Read(table, null), "line-stations", "formation-gate"),
        Table("quality-gate", table => GateAnalysis.Of(GateReader.Read(table, Gate), Gate, CancellationToken.None), "formation-gate"),
        Table("quality-cause-table", table => CauseFile.Read(table, new CauseRequest().Checked()), "weld-genealogy"),
        Source("quality-chart", input => Charting.OfFile(Imports.Take(input), new ChartRequest()), "coating-thickness", "tab-welds"),
        Table("quality-capability", table => CapabilityAssessment.Of("fuzz", SampleReader.Read(table), new CapabilityRequest(160, 175).Checked()), "coating-thickness", "cells-measured"),
        Source("quality-monitor", input => Monitor(input), "coater-good", "coater-drift"),
        Source("quality-cause", input => house.Value.Get<CauseFinder>().OfFileAsync(Imports.Take(input), new CauseRequest(), CancellationToken.None).GetAwaiter().GetResult(), "weld-genealogy"),
        Source("quality-structure", input => Structure(input), "line-stations"),
    ];

    private static FuzzTarget Table(string name, Action<DelimitedTable> read, params string[] samples) => Source(name, input => read(DelimitedTable.Read(Imports.Take(input))), samples);

    private static FuzzTarget Source(string name, Action<byte[]> read, params string[] samples) => new(name, () => [.. Seeds(samples)], read);

    private static IEnumerable<byte[]> Seeds(string[] samples)
    {
        byte[][] tables = [.. samples.SelectMany(sample => SeedFiles.Of("quality", sample + ".csv")).Select(Rows)];
        return [.. tables, .. tables.Select(SmallWorkbook.Of)];
    }

    private static byte[] Rows(byte[] seed) => seed.Length <= MostBytes ? seed : seed[..(Array.LastIndexOf(seed, (byte)'\n', MostBytes) + 1)];

    private static void Monitor(byte[] input)
    {
        var source = Imports.Take(input);
        Monitoring.OfFiles((source, source, null), new MonitorRequest());
    }

    private static void Structure(byte[] input)
    {
        var request = new StructureRequest(Halves: 2).Checked();
        StructureLearning.Of(StationTable.Read(DelimitedTable.Read(Imports.Take(input), maxColumns: StationTable.MaxVariables + 2), null), request, CancellationToken.None).Result(CancellationToken.None);
    }
}
