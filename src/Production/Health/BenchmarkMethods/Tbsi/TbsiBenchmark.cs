using System.Globalization;
using Voltloop.Kernels.Conformal;
using Voltloop.Kernels.Forecasting;
using Voltloop.Kernels.Robust;

namespace Voltloop.Health.BenchmarkMethods.Tbsi;

/// <summary>Life of 32 NCM811 cells from the beginning of their fade and the lives of cells like them.</summary>
internal sealed class TbsiBenchmark(BenchmarkProgress progress) : IHealthBenchmark
{
    private const double Level = 0.9;
    private static readonly int[] Known = [100, 200, 300, 400, 450];

    /// <inheritdoc/>
    public string Name => "tbsi";

    /// <inheritdoc/>
    public string Title => "Life of 32 NCM811 cells, each from the others";

    /// <inheritdoc/>
    public Task<BenchmarkTable> RunAsync(string folder, CancellationToken cancellation) => Task.Run(() => Run(folder, cancellation), cancellation);

    private BenchmarkTable Run(string folder, CancellationToken cancellation)
    {
        var cells = TbsiData.Read(folder);
        List<BenchmarkRow> rows = [.. Peers];
        rows.Add(Row("median life at the same temperature", Each(cells, (_, others, _) => new LifeForecast(Median.Of([.. others.Select(cell => cell.Life)]), default, 0, 0), cancellation), cells, isBest: false));
        rows.Add(Row("particle filter on its own fade", Each(cells, (cell, _, known) => ParticleForecast.Predict(cell.Fade.UpTo(known)!, new ParticleSettings(TbsiData.End, Level, 1)), cancellation), cells, isBest: false));
        rows.Add(Row("similarity at the same temperature", Each(cells, Similar, cancellation), cells, isBest: false));
        rows.Add(Row("deviation from the same temperature, ridge", Each(cells, (cell, _, known) => new LifeForecast(TbsiDeviation.Predict(cell, [.. cells.Where(other => other != cell)], known), default, 0, 0), cancellation), cells, isBest: true));
        return new BenchmarkTable("TBSI: error of the predicted life, mean size in %, by cycles known", Columns, rows, Notes);
    }

    private static IReadOnlyList<string> Columns { get; } = [.. Known.Select(Cycles), .. Known.Select(known => "held, " + Cycles(known)), .. Known.Select(known => "width, " + Cycles(known))];

    private static string Cycles(int known) => known.ToString(CultureInfo.InvariantCulture);

    private static LifeForecast Similar(TbsiCell cell, TbsiCell[] others, int known) =>
        new SimilarityForecast([.. others.Select(other => other.Fade)], new SimilaritySettings(TbsiData.End, Level)).Predict(cell.Fade.UpTo(known)!);

    private LifeForecast[][] Each(IReadOnlyList<TbsiCell> cells, Func<TbsiCell, TbsiCell[], int, LifeForecast> forecast, CancellationToken cancellation) => Array.ConvertAll(Known, known =>
    {
        cancellation.ThrowIfCancellationRequested();
        progress.Report($"{cells.Count} cells from {known} cycles");
        return cells.Select(cell => forecast(cell, [.. cells.Where(other => other != cell && other.Temperature == cell.Temperature)], known)).ToArray();
    });

    private static BenchmarkRow Row(string name, LifeForecast[][] forecasts, IReadOnlyList<TbsiCell> cells, bool isBest)
    {
        double[] lives = [.. cells.Select(cell => cell.Life)];
        var held = forecasts[0][0].Level > 0;
        return new BenchmarkRow(name, BenchmarkSources.Own,
            [
                .. forecasts.Select(at => Error(Scores.Mape([.. at.Select(one => one.Cycle)], lives))),
                .. forecasts.Select(at => held ? Scores.Text(Scores.Coverage([.. at.Select(one => one.Interval)], lives), 2) : ""),
                .. forecasts.Select(at => held ? Scores.Text(Median.Of([.. at.Select(one => one.Interval.Width)]), 0).Replace("Infinity", "none", StringComparison.Ordinal) : ""),
            ],
            isBest);
    }

    private static string Error(double percent) => percent < 100 ? Scores.Text(percent, 1) : "> 100";

    private static IReadOnlyList<BenchmarkRow> Peers { get; } = [Peer("median life at the same temperature (numpy)", "3.3", "3.3", "3.3")];

    private static BenchmarkRow Peer(string name, params string[] figures) => new(name, BenchmarkSources.Peer, [.. figures, .. Enumerable.Repeat("", (3 * Known.Length) - figures.Length)], false);

    private static string[] Notes { get; } =
    [
        "Life: first cycle below 80 % of the median of the first five, running median of five. Each cell is left out in turn; of the others only those of its temperature are used.",
        "Similarity finds its tolerance anew for each cell among the cells that are left, so the cell that is foretold takes no part in any choice.",
        "Intervals of 90 % where nine cells are known; with the 6 or 8 others of one temperature, the largest error stands for 86 or 89 %. Width: median, cycles.",
        "Up to 300 cycles none of ours beats the median of cells like it (3.3 %): the capacity does not yet say which of them will live longer, and the extrapolation of one cell alone is useless. At 400 cycles the deviation does; by 450 the gain is within chance for 32 cells.",
        "Penalty and tolerance are found anew for each cell among the others; three designs were compared on these cells, so the best figures are slightly optimistic.",
    ];
}
