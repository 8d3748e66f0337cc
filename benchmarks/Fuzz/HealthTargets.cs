using System.Text;
using Voltloop.Health.AnalyzeImpedance;
using Voltloop.Health.FindModes;
using Voltloop.Health.GradeSecondLife;
using Voltloop.Health.ImportTimeSeries;
using Voltloop.Health.IngestTelemetry;
using Voltloop.Health.ReadMatlab;
using Voltloop.Health.ReadPacks;
using Voltloop.Health.SimulateCell;
using Voltloop.Health.ValidateBdf;
using Voltloop.Record.Importing;

namespace Voltloop.Bench.Fuzz;

/// <summary>Files of instruments, and telemetry.</summary>
internal static class HealthTargets
{
    private const string Raw = "health/raw_formats/";

    private static readonly DateTimeOffset Now = new(2027, 2, 18, 12, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<FuzzTarget> All(Lazy<FuzzHouse> house) =>
    [
        Imports.Target("cyclers-text", house, nameof(TimeSeriesImporter), () => Short([.. SeedFiles.Of("bdf", ".csv"), .. SeedFiles.Of("cyclers", ".csv", ".txt"), .. SeedFiles.Of("panasonic-18650pf", ".gz"), .. SeedFiles.Of(Raw, ".csv", ".csv.gz", ".txt", ".041", ".022.gz", ".070.gz", ".mpt")])),
        Imports.Target("cyclers-binary", house, nameof(TimeSeriesImporter), () => SeedFiles.Of(Raw, ".mpr", ".ndax", ".parquet", ".xlsx").Where(bytes => bytes.Length <= SeedFiles.MaxBytes).Concat(SeedFiles.Of(Raw + "xlsx", ".csv").Select(SmallWorkbook.Of))),
        new("cycle-tables", () => [.. Short(SeedFiles.Of("severson-124", "01.csv")), .. Short(SeedFiles.Of("tbsi-sunwoda", "T25.csv"))], Tables(house)),
        Imports.Target("packs", house, nameof(PackImporter), () => Short(SeedFiles.Of("packs", ".csv"))),
        new("bdf", () => [.. Short(SeedFiles.Of("bdf", ".csv")), .. SeedFiles.Of(Raw + "bdf", "sample.bdf.csv")], input => BdfValidator.Validate(Imports.Take(input))),
        new("impedance", () => [.. Short([.. SeedFiles.Of("eis", ".csv", ".txt"), .. SeedFiles.Of("health/eis_impedancepy", ".csv", ".txt", ".z", ".mpt", ".DTA", ".par")])], input => ImpedanceFileReader.Read(Imports.Take(input))),
        new("circuits", () => [.. SeedFiles.Texts(ImpedanceRequest.UsualCircuit, "L0-R0-p(R1,C1)-W1", "R0-p(R1-p(R2,C2),C1)-Wo1-Ws2", "G0-La1-K2-Zarc3-TLMQ1")], input => new ImpedanceRequest(Encoding.UTF8.GetString(input)).ReadCircuit()),
        new("matlab", () => [.. MatlabSeeds.All()], input => MatlabFile.Read(input)),
        new("small-tables", () => [.. Short([.. SeedFiles.Of("pulsebat", ".csv"), .. SeedFiles.Of("cell-model", ".csv"), .. SeedFiles.Of("health/halfcell_ocp", ".csv")])], SmallTables),
        new("telemetry", () => [.. SeedFiles.Of("telemetry", ".csv", ".json")], Telemetry),
    ];

    private static Action<byte[]> Tables(Lazy<FuzzHouse> house)
    {
        Lazy<FuzzTarget[]> targets = new(() => [.. house.Value.Importers().Where(one => one is Voltloop.Health.Importing.TableImporter).Select(one => Imports.Target("table", house, one.GetType().Name, () => []))]);
        return input => Refused.OrNot([.. targets.Value.Select(target => (Action)(() => target.Try(input)))]);
    }

    // The first kilobytes have all that a reader looks at, and many more of them are read.
    private static IEnumerable<byte[]> Short(IEnumerable<byte[]> seeds) => seeds.Select(seed => seed.Length > 6_000 ? seed[..6_000] : seed);

    private static void SmallTables(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        Refused.OrNot(() => GradingFile.Read(text), () => HalfCellCurve.Parse(text, "fuzz"), () => ProfileReader.Read(Imports.Take(input)));
    }

    private static void Telemetry(byte[] input)
    {
        var body = TelemetryReader.ReadBodyAsync(new MemoryStream(input), CancellationToken.None).GetAwaiter().GetResult();
        _ = TelemetryReader.Read(body, Now);
    }
}
