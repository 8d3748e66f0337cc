using Voltloop.Kernels.LeastSquares;
using Voltloop.Kernels.Precision;

namespace Voltloop.Tests.Conformance.Quality;

/// <summary>Statistical Reference Data of NIST: at least nine right digits of every certified figure.</summary>
public sealed class StrdTests(ITestOutputHelper output)
{
    private const double Wanted = 9;

    public static TheoryData<string> Univariate => ["PiDigits", "Lottery", "Lew", "Mavro", "Michelso", "NumAcc1", "NumAcc2", "NumAcc3", "NumAcc4"];

    public static TheoryData<string> Anova => ["SiRstv", "SmLs01", "SmLs02", "SmLs03", "SmLs04", "SmLs05", "SmLs06", "SmLs07", "SmLs08", "SmLs09", "AtmWtAg"];

    public static TheoryData<string> Linear => ["Norris", "Pontius", "NoInt1", "NoInt2", "Filip", "Longley", "Wampler1", "Wampler2", "Wampler3", "Wampler4", "Wampler5"];

    public static TheoryData<string> Nonlinear => [.. StrdNonlinearModels.All.Keys];

    [Theory]
    [MemberData(nameof(Univariate))]
    public void Means_deviations_and_autocorrelations_are_certified(string name)
    {
        var file = StrdFile.Read(name + ".dat");
        var found = SampleMoments.Of([.. file.Rows.Select(row => StrdFile.Exact(row[0]))]);
        Judge(name, Wanted, ("mean", StrdFile.Digits(found.Mean, file.Numbers("Sample Mean")[^1])),
            ("deviation", StrdFile.Digits(found.Deviation, file.Numbers("Sample Standard Deviation")[^1])), ("autocorrelation", StrdFile.Digits(found.Autocorrelation, file.Numbers("Sample Autocorrelation Coefficient")[^1])));
    }

    [Theory]
    [MemberData(nameof(Anova))]
    public void Tables_of_variance_are_certified(string name)
    {
        var file = StrdFile.Read(name + "_anova.dat");
        var found = VarianceTable.Of([.. file.Rows.GroupBy(row => row[0]).Select(group => (IReadOnlyList<DoubleDouble>)[.. group.Select(row => StrdFile.Exact(row[1]))])]);
        var (between, within) = (file.Numbers("Between"), file.Numbers("Within"));
        Judge(name, Wanted, ("between", StrdFile.Digits(found.Between, between[1])), ("within", StrdFile.Digits(found.Within, within[1])), ("F", StrdFile.Digits(found.F, between[3])),
            ("explained", StrdFile.Digits(found.Explained, file.Numbers("Certified R-Squared")[0])));
    }

    [Theory]
    [MemberData(nameof(Linear))]
    public void Linear_regressions_are_certified(string name)
    {
        var file = StrdFile.Read(name + ".dat");
        var certified = file.Parameters;
        var (columns, response) = Design(name, file.Rows, certified.Length);
        var found = PreciseRegression.Fit(columns, response)!;
        var (variance, residual) = (file.Numbers("Regression "), file.Numbers("Residual "));
        Judge(name, Wanted, ("coefficients", certified.Select((row, i) => StrdFile.Digits(found.Coefficients[i], row[0])).Min()), ("errors", certified.Select((row, i) => StrdFile.Digits(found.Errors[i], row[1])).Min()),
            ("explained", StrdFile.Digits(found.Explained, file.Numbers("R-Squared")[0])), ("regression", StrdFile.Digits(found.ModelSquares, variance[1])), ("residual", StrdFile.Digits(found.ResidualSquares, residual[1])));
    }

    [Theory]
    [MemberData(nameof(Nonlinear))]
    public void Curves_are_certified_from_both_starts(string name)
    {
        var file = StrdFile.Read(name + ".dat");
        double[][] rows = [.. file.Rows.Select(row => row.Select(text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture)).ToArray())];
        double[] y = [.. rows.Select(row => name == "Nelson" ? Math.Log(row[0]) : row[0])];
        double[][] x = [.. rows.Select(row => row[1..])];
        var certified = file.Parameters;
        foreach (var start in new[] { 0, 1 })
        {
            var found = CurveFit.Fit(StrdNonlinearModels.All[name], x, y, [.. certified.Select(row => row[start])]);
            // Residuals of Lanczos1 are 1e-13 of the values: what a double holds of them is three digits.
            if (name == "Lanczos1") found = PreciseCurve.Refine(found, (StrdNonlinearModels.All[name], StrdNonlinearModels.Lanczos), [.. file.Rows.Select(row => row[1..].Select(StrdFile.Exact).ToArray())], [.. file.Rows.Select(row => StrdFile.Exact(row[0]))]);
            var squares = StrdFile.Digits(found.ResidualSquares, file.After("Residual Sum of Squares:"));
            var errors = certified.Select((row, i) => StrdFile.Digits(found.Errors[i], row[3])).Min();
            Judge($"{name} from {start + 1}", Wanted, ("parameters", certified.Select((row, i) => StrdFile.Digits(found.Parameters[i], row[2])).Min()), ("errors", errors), ("squares", squares));
        }
    }

    // Powers of one predictor for the polynomials, else the predictors as they are; no constant where the file has none.
    private static (IReadOnlyList<IReadOnlyList<DoubleDouble>> Columns, IReadOnlyList<DoubleDouble> Response) Design(string name, IReadOnlyList<string[]> rows, int count)
    {
        DoubleDouble[][] exact = [.. rows.Select(row => row.Select(StrdFile.Exact).ToArray())];
        IEnumerable<Func<DoubleDouble[], DoubleDouble>> columns = name.StartsWith("NoInt", StringComparison.Ordinal) ? [row => row[1]]
            : name == "Longley" ? [_ => 1, .. Enumerable.Range(1, count - 1).Select(k => (Func<DoubleDouble[], DoubleDouble>)(row => row[k]))]
            : Enumerable.Range(0, count).Select(power => (Func<DoubleDouble[], DoubleDouble>)(row => Enumerable.Repeat(row[1], power).Aggregate(DoubleDouble.One, (product, value) => product * value)));
        return ([.. columns.Select(column => (IReadOnlyList<DoubleDouble>)[.. exact.Select(column)])], [.. exact.Select(row => row[0])]);
    }

    private void Judge(string name, double wanted, params (string Figure, double Digits)[] figures)
    {
        var told = $"| {name} | {string.Join(", ", figures.Select(one => FormattableString.Invariant($"{one.Figure} {Math.Floor(one.Digits * 10) / 10:0.0}")))} |";
        output.WriteLine(told);
        foreach (var (figure, digits) in figures) digits.ShouldBeGreaterThanOrEqualTo(wanted, $"{figure} in {told}");
    }
}
