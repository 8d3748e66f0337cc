using Voltloop.Kernels.Capability;
using Voltloop.Kernels.Distributions;
using Voltloop.Kernels.Gauge;

namespace Voltloop.Tests.Unit.Quality;

public sealed class CapabilityKernelTests
{
    [Fact]
    public void Intervals_agree_with_the_published_examples()
    {
        Both(Indices.WidthInterval(1.33, 99, 0.95), 1.1448983, 1.5147946);
        Both(Indices.NearerInterval(1.33, 100, 0.95), 1.1335636, 1.5264364);
        // The published figure comes from a search that stops at 1e-4.
        Indices.ExactLower(1.33, 30, 0.95).ShouldBe(1.0215494, 2e-5);
        NoncentralT.Cumulative(3 * Math.Sqrt(30) * 1.33, 29, 3 * Math.Sqrt(30) * Indices.ExactLower(1.33, 30, 0.95)).ShouldBe(0.95, 1e-9);
    }

    [Fact]
    public void Power_of_microwave_radiation_agrees_with_the_Handbook() =>
        BoxCox.Power([.. TextbookFile.Rows("nist_ehandbook", "MONITOR-6_5_2.DAT").Where(row => row.Length == 1).Select(row => row[0])]).ShouldBe(0.275937, 5e-6);

    [Theory]
    [InlineData(0.05, 10, 3.940299)]
    [InlineData(0.975, 3, 9.348404)]
    public void Quantiles_of_chi_square_agree_with_tables(double probability, double degrees, double expected) => ChiSquare.Quantile(probability, degrees).ShouldBe(expected, 5e-7);

    [Fact]
    public void A_noncentral_t_without_noncentrality_is_Students() => NoncentralT.Cumulative(1.7, 9, 0).ShouldBe(StudentT.Cumulative(1.7, 9), 1e-10);

    [Fact]
    public void Normal_values_pass_the_test_and_skewed_ones_do_not()
    {
        double[] normal = [.. Enumerable.Range(1, 99).Select(i => Normal.UpperQuantile(i / 100.0))];
        AndersonDarling.Test(normal).Probability.ShouldBeGreaterThan(0.9);
        AndersonDarling.Test(Array.ConvertAll(normal, Math.Exp)).Probability.ShouldBeLessThan(1e-6);
    }

    [Fact]
    public void A_crossed_study_agrees_with_the_manual()
    {
        var table = CrossedVariance.Of(Aiag());
        table.Appraiser.Squares.ShouldBe(3.1673, 5e-5);
        table.Part.Squares.ShouldBe(88.3619, 5e-5);
        table.Interaction.Squares.ShouldBe(0.3590, 5e-5);
        table.Repeat.Squares.ShouldBe(2.7589, 5e-5);
        table.InteractionTest().F.ShouldBe(0.43372, 5e-6);
        table.InteractionTest().Probability.ShouldBe(0.97411, 5e-6);
        var spread = GaugeStudy.Crossed(table, 3, out var pooled);
        pooled.ShouldBeTrue();
        spread.Equipment.ShouldBe(0.19993318, 5e-9);
        spread.Appraiser.ShouldBe(0.22683752, 5e-9);
        spread.Gauge.ShouldBe(0.30237152, 5e-9);
        spread.Part.ShouldBe(1.0423275, 5e-8);
        spread.Total.ShouldBe(1.0852996, 5e-8);
        spread.GaugePercent.ShouldBe(27.860651, 5e-7);
        Math.Floor(1.41 * spread.Part / spread.Gauge).ShouldBe(4);
        Math.Floor(spread.Classes).ShouldBe(4);
    }

    // The manual rounds its constants to four digits.
    [Fact]
    public void The_range_method_agrees_with_the_manual()
    {
        var spread = GaugeStudy.ByRanges(Aiag());
        spread.Equipment.ShouldBe(0.20185667, 1e-4);
        spread.Appraiser.ShouldBe(0.22966703, 1e-4);
        spread.Gauge.ShouldBe(0.30576635, 1e-4);
        spread.Part.ShouldBe(1.1045956, 2e-4);
        spread.GaugePercent.ShouldBe(26.67805, 0.01);
        Math.Floor(spread.Classes).ShouldBe(5);
    }

    // Worked by hand: two appraisers with two parts each, two repeats.
    [Fact]
    public void A_nested_study_takes_the_sums_apart()
    {
        var (spread, table) = GaugeStudy.Nested(new double[,,] { { { 1, 3 }, { 5, 7 } }, { { 10, 12 }, { 18, 20 } } });
        table.Select(row => row.Squares).ShouldBe([242, 80, 8]);
        table.Select(row => row.Degrees).ShouldBe([1, 2, 4]);
        spread.Equipment.ShouldBe(Math.Sqrt(2), 1e-12);
        spread.Part.ShouldBe(Math.Sqrt(19), 1e-12);
        spread.Appraiser.ShouldBe(Math.Sqrt(50.5), 1e-12);
    }

    // Worked by hand: 45 of 50 the same where chance gives 0.5 and 0.5.
    [Fact]
    public void Agreement_beyond_chance_is_counted()
    {
        var first = Enumerable.Range(0, 50).Select(i => i < 25 ? "good" : "bad").ToArray();
        var second = first.Select((said, i) => i % 10 == 0 ? (said == "good" ? "bad" : "good") : said).ToArray();
        Agreement.Cohen(first, second).ShouldBe(0.8, 0.01);
        Agreement.Cohen(first, first).ShouldBe(1);
        double.IsNaN(Agreement.Cohen(["good"], ["good"])).ShouldBeTrue();
        Agreement.Fleiss([["a", "a", "a"], ["b", "b", "b"]]).ShouldBe(1);
        Agreement.Fleiss([["a", "b"], ["b", "a"]]).ShouldBe(-1);
    }

    internal static double[,,] Aiag()
    {
        var values = new double[10, 3, 3];
        foreach (var line in File.ReadLines(SharedData.Require("quality", "spc_textbook", "aiag_msa_grr_10x3x3.csv")).Skip(1).Where(line => line.Length > 0))
        {
            var fields = line.Split(',');
            values[int.Parse(fields[2], System.Globalization.CultureInfo.InvariantCulture) - 1, fields[0].Trim('"')[0] - 'A', int.Parse(fields[1], System.Globalization.CultureInfo.InvariantCulture) - 1] = double.Parse(fields[3], System.Globalization.CultureInfo.InvariantCulture);
        }

        return values;
    }

    private static void Both((double Lower, double Upper) found, double lower, double upper)
    {
        found.Lower.ShouldBe(lower, 5e-7);
        found.Upper.ShouldBe(upper, 5e-7);
    }
}
