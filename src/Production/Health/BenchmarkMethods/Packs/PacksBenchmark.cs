using System.Globalization;
using Voltloop.Health.Model.Packs;
using Voltloop.Kernels.Detection;
using Voltloop.Kernels.Robust;

namespace Voltloop.Health.BenchmarkMethods.Packs;

/// <summary>Faults planted into made-up packs: how many are found, how late, and how often sound packs alarm.</summary>
internal sealed class PacksBenchmark(BenchmarkProgress progress) : IHealthBenchmark
{
    private const int SoundPacks = 60;
    private const int FaultyPacks = 20;
    private const double TrialDays = 120;
    private const double OnsetDay = 60.5;
    private const int FaultyCell = 5;
    private const double Day = 86_400;

    private static readonly (SafetyKind Kind, double Size, string Words)[] Faults =
    [
        (SafetyKind.InternalShort, 0.002, "internal short, 2 mA of 50 Ah"), (SafetyKind.InternalShort, 0.005, "internal short, 5 mA"), (SafetyKind.InternalShort, 0.02, "internal short, 20 mA"),
        (SafetyKind.LooseContact, 0.0003, "loose contact, 0.3 mOhm"), (SafetyKind.LooseContact, 0.0006, "loose contact, 0.6 mOhm"),
        (SafetyKind.SensorOffset, 0.01, "sensor offset, 10 mV"), (SafetyKind.SensorOffset, 0.02, "sensor offset, 20 mV"),
        (SafetyKind.SensorSpike, 0.03, "sensor spike, 30 mV"), (SafetyKind.SensorStuck, 0, "sensor stuck, 12 h"), (SafetyKind.Overheating, 1, "1 K warmer"), (SafetyKind.Overheating, 2, "2 K warmer"),
    ];

    /// <inheritdoc/>
    public string Name => "packs";

    /// <inheritdoc/>
    public string Title => "Faults planted into made-up packs";

    /// <inheritdoc/>
    public bool HasData => false;

    /// <inheritdoc/>
    public Task<BenchmarkTable> RunAsync(string folder, CancellationToken cancellation) => Task.Run(() => Run(cancellation), cancellation);

    private BenchmarkTable Run(CancellationToken cancellation)
    {
        var rows = new List<BenchmarkRow>();
        foreach (var chemistry in PackChemistry.All)
        {
            rows.AddRange(Sound(chemistry, cancellation));
            foreach (var fault in Faults) rows.Add(Faulty(chemistry, fault, cancellation));
        }

        rows.AddRange(Plating(cancellation));
        return new BenchmarkTable("Packs of 12 cells of 50 Ah, a sample an hour, 1 mV of noise and of resolution", ["packs", "found", "median delay (d)", "false alarms a year, stated", "seen"], rows, Notes);
    }

    private IEnumerable<BenchmarkRow> Sound(PackChemistry chemistry, CancellationToken cancellation)
    {
        double[] budgets = [0.1, 1];
        var (stated, seen) = (new double[budgets.Length], new int[budgets.Length]);
        for (var seed = 0; seed < SoundPacks; seed++)
        {
            cancellation.ThrowIfCancellationRequested();
            progress.Report(string.Create(CultureInfo.InvariantCulture, $"{chemistry.Name}, {seed} of {SoundPacks} asset-years without a fault"));
            var matrix = new MadeUpPack { Seed = 1000 + seed, Chemistry = chemistry }.Measure();
            for (var i = 0; i < budgets.Length; i++)
            {
                var report = SafetyWatch.Run(matrix, new SafetySettings { FalseAlarmsPerYear = budgets[i] });
                (stated[i], seen[i]) = (stated[i] + report.Tests.Sum(test => test.FalseAlarmsPerYear), seen[i] + report.Alarms.Count);
            }
        }

        return budgets.Select((budget, i) => Row($"{chemistry.Name}: no fault, one year each", (SoundPacks, "", ""), Text(stated[i] / SoundPacks, 2), Text((double)seen[i] / SoundPacks, 2)));
    }

    private BenchmarkRow Faulty(PackChemistry chemistry, (SafetyKind Kind, double Size, string Words) fault, CancellationToken cancellation)
    {
        progress.Report($"{chemistry.Name}, {fault.Words}");
        var (delays, wrong, stated) = (new List<double>(), 0, 0.0);
        for (var seed = 0; seed < FaultyPacks; seed++)
        {
            cancellation.ThrowIfCancellationRequested();
            var pack = new MadeUpPack { Seed = 2000 + seed, Chemistry = chemistry, Days = TrialDays, Faults = [new PlantedFault(fault.Kind, FaultyCell, OnsetDay, fault.Size)] };
            var report = SafetyWatch.Run(pack.Measure(), new SafetySettings());
            var found = report.Alarms.FirstOrDefault(alarm => alarm.Kind == fault.Kind && alarm.Channel == FaultyCell && alarm.Second >= OnsetDay * Day);
            if (found is not null) delays.Add(found.Second / Day - OnsetDay);
            (wrong, stated) = (wrong + report.Alarms.Count(alarm => alarm.Channel != FaultyCell), stated + report.Tests.Sum(test => test.FalseAlarmsPerYear));
        }

        var years = FaultyPacks * TrialDays / 365.25;
        return Row($"{chemistry.Name}: {fault.Words}", (FaultyPacks, Text((double)delays.Count / FaultyPacks, 2), delays.Count == 0 ? "" : Text(Median.Of([.. delays]), 1)), Text(stated / FaultyPacks, 2), Text(wrong / years, 2));
    }

    // Relaxation takes a sample a minute, so that these packs are short.
    private List<BenchmarkRow> Plating(CancellationToken cancellation)
    {
        var rows = new List<BenchmarkRow>();
        foreach (var size in (double[])[0, 0.005, 0.01, 0.02])
        {
            progress.Report("plating");
            var (found, wrong, charges) = (0, 0, 0.0);
            for (var seed = 0; seed < FaultyPacks; seed++)
            {
                cancellation.ThrowIfCancellationRequested();
                var pack = new MadeUpPack { Seed = 3000 + seed, Days = 10, Interval = 60, Faults = size > 0 ? [new PlantedFault(SafetyKind.Plating, FaultyCell, 0, size)] : [] };
                var report = SafetyWatch.Run(pack.Measure(), new SafetySettings());
                found += report.Alarms.Any(alarm => alarm.Kind == SafetyKind.Plating && alarm.Channel == FaultyCell) ? 1 : 0;
                wrong += report.Alarms.Count(alarm => alarm.Kind == SafetyKind.Plating && (size.Equals(0) || alarm.Channel != FaultyCell));
                charges += report.Tests.Where(test => test.Kind == SafetyKind.Plating).Sum(test => test.FalseAlarmsPerYear);
            }

            var name = size > 0 ? string.Create(CultureInfo.InvariantCulture, $"nmc: plating, {1000 * size:0} mV, 10 days of a sample a minute") : "nmc: no plating, the same (plating chart only)";
            rows.Add(Row(name, (FaultyPacks, size > 0 ? Text((double)found / FaultyPacks, 2) : "", ""), Text(charges / FaultyPacks, 3), Text(wrong / (FaultyPacks * 10 / 365.25), 2)));
        }

        return rows;
    }

    private static BenchmarkRow Row(string name, (int Packs, string Found, string Delay) trial, string stated, string seen) =>
        new(name, BenchmarkSources.Own, [trial.Packs.ToString(CultureInfo.InvariantCulture), trial.Found, trial.Delay, stated, seen], false);

    private static string Text(double value, int decimals) => Scores.Text(value, decimals);

    private static string[] Notes { get; } =
    [
        "The packs are our own simulation (cells that differ by 1 % in capacity, 3 % in resistance, 1 % in charge; daily use with rests; seasons), so the table says what the watch does there and not in the field.",
        "Faults begin after 60.5 of 120 days; found: alarm of the right kind in the right cell after that. Seen: alarms of all charts in sound cells, per year of a pack.",
        "Stated rates are bounds: growth within a band counts as none (10 % of resistance, 5 mV of offset, 10 mV of a spike, 0.5 K), and differences of a steady level pull back on each other.",
        "Growth below those bands is not found, by intent.",
    ];
}
