using System.Globalization;
using System.IO.Compression;
using Voltloop.Kernels.Multivariate;

namespace Voltloop.Tests.Conformance.Quality;

/// <summary>
/// Detection rates on the Tennessee Eastman data (Chiang, Russell and Braatz): models from d00, limits at 99 % of d00_te, a fault from row 161
/// on. One set of settings for all faults; faults whose test files are not installed are not asked for. Expected values were computed with numpy.
/// </summary>
public sealed class TennesseeEastmanTests
{
    private const int FaultFrom = 160;

    // One row of 800 is 0.125 points. Canonical variates judge the last two rows too, which have no future: the table leaves them out.
    private const double OfTable = 0.006;
    private const double OfCanonical = 0.26;

    private static readonly Lazy<Models> Learnt = new(() => new Models());

    /// <summary>Faults whose test files are here; the first one where none is, so that it is skipped with the reason.</summary>
    public static TheoryData<int> Faults => [.. Enumerable.Range(1, 21).Where(IsInstalled).DefaultIfEmpty(1)];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Principal_components_detect_as_often_as_computed_apart(int fault)
    {
        var (rates, rows) = (Learnt.Value.Rates("pca", fault), Table("tep_pca_fdr_computed.csv"));
        var (plain, dynamic) = (rows.First(row => row[0] == "PCA" && row[1] == "11" && row[3] == "empirical99" && row[4] == Text(fault)), rows.First(row => row[0] == "DPCA" && row[3] == "empirical99" && row[4] == Text(fault)));
        rates.ShouldBe([Number(plain[5]), Number(plain[6])], OfTable);
        Learnt.Value.Rates("dpca", fault).ShouldBe([Number(dynamic[5]), Number(dynamic[6])], OfTable);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Averages_and_canonical_variates_detect_as_often_as_computed_apart(int fault)
    {
        var expected = Table("tep_mewma_cva_fdr_computed.csv").First(row => row[0] == Text(fault));
        Learnt.Value.Rates("t2", fault)[0].ShouldBe(Number(expected[1]), OfTable);
        Learnt.Value.Rates("mewma", fault)[0].ShouldBe(Number(expected[3]), OfTable);
        Learnt.Value.Rates("cva", fault).ShouldBe([Number(expected[6]), Number(expected[7])], OfCanonical);
    }

    // On rows of normal operation that are not those of the training the limits of theory alarm too often: said beside every chart.
    [Fact]
    public void Limits_of_theory_alarm_on_normal_operation_as_often_as_computed_apart()
    {
        var model = PrincipalModel.Fit(ReferenceRows.Of(Rows("d00")), 11);
        var figures = model.Score(Rows("d00_te"));
        double[] rates = [Share(figures[0], PrincipalLimits.T2(model, 0.01)), Share(figures[1], PrincipalLimits.Spe(model, 0.01))];
        rates.ShouldBe([1.67, 7.08], OfTable);
    }

    // The book takes 11, numpy's normal columns say 12: variances 12 and 13 are within the error of the simulation.
    [Fact]
    public void Parallel_analysis_takes_about_as_many_components_as_the_book() =>
        ParallelAnalysis.Components(ReferenceRows.Of(Rows("d00"))).ShouldBeInRange(11, 13);

    private static bool IsInstalled(int fault) => SharedData.Root is { } root && File.Exists(Path.Combine(root, "quality", "tep", string.Create(CultureInfo.InvariantCulture, $"d{fault:D2}_te.dat.gz")));

    private static double[][] Rows(string name)
    {
        using var gzip = new GZipStream(File.OpenRead(SharedData.Require("quality", "tep", name + ".dat.gz")), CompressionMode.Decompress);
        using var text = new StreamReader(gzip);
        var rows = new List<double[]>();
        while (text.ReadLine() is { } line) rows.Add([.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number)]);
        return rows.Count == 52 ? [.. Enumerable.Range(0, rows[0].Length).Select(i => rows.Select(row => row[i]).ToArray())] : [.. rows];
    }

    private static string[][] Table(string name) => [.. File.ReadLines(SharedData.Require("quality", "oracles", name)).Skip(1).Select(line => line.Split(','))];

    private static double Share(IEnumerable<double> figures, double limit) => 100.0 * figures.Count(figure => figure > limit) / figures.Count();

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Learnt once for all faults, from normal operation alone.
    private sealed class Models
    {
        private readonly Dictionary<string, (IRowMonitor Monitor, double[] Limits)> _known;

        public Models()
        {
            var (train, normal) = (Rows("d00"), Rows("d00_te"));
            var reference = ReferenceRows.Of(train);
            var monitors = new Dictionary<string, IRowMonitor>
            {
                ["pca"] = PrincipalModel.Fit(reference, 11), ["dpca"] = DynamicPrincipalModel.Fit(train, 2, 29), ["t2"] = new HotellingMonitor(reference),
                ["mewma"] = new MewmaMonitor(reference, 0.2), ["cva"] = CanonicalVariates.Fit(train, 2, 28),
            };
            _known = monitors.ToDictionary(one => one.Key, one => (one.Value, Array.ConvertAll(one.Value.Score(normal), figures => EmpiricalLimit.Quantile(figures, 0.99))));
        }

        public double[] Rates(string method, int fault)
        {
            var (monitor, limits) = _known[method];
            return [.. monitor.Score(Rows($"d{fault:00}_te")).Select((figures, k) => Share(figures[FaultFrom..], limits[k]))];
        }
    }
}
