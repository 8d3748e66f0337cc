using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Core.Provenance;
using Voltloop.Web.Components;
using Voltloop.Web.Formatting;
using Voltloop.Web.Shell;

namespace Voltloop.Tests.Unit.Web;

public sealed class FormattingTests
{
    [Theory]
    [InlineData(0, 4, "0")]
    [InlineData(1.1, 4, "1.1")]
    [InlineData(0.87123, 4, "0.8712")]
    [InlineData(-12.345, 3, "−12.3")]
    [InlineData(37368, 4, "37,368")]
    [InlineData(1234567.8, 4, "1,234,568")]
    [InlineData(0.0000213, 3, "2.13\u00a0×\u00a010⁻⁵")]
    [InlineData(6.02e23, 3, "6.02\u00a0×\u00a010²³")]
    [InlineData(double.NaN, 4, "–")]
    [InlineData(double.PositiveInfinity, 4, "–")]
    public void Numbers_keep_sensible_digits(double value, int digits, string expected) => QuantityFormat.Number(value, digits).ShouldBe(expected);

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+1", "'+1")]
    [InlineData("-1+cmd", "'-1+cmd")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("plain", "plain")]
    [InlineData(null, "")]
    public void A_text_in_a_table_is_no_formula(string? text, string expected) => CsvField.Of(text).ShouldBe(expected);

    [Theory]
    [InlineData("0.004", 2, "0.00")]
    [InlineData("-0.004", 2, "0.00")]
    [InlineData("-0.006", 2, "-0.01")]
    public void What_rounds_to_nothing_has_no_sign(string value, int decimals, string expected) => QuantityFormat.Fixed(double.Parse(value, CultureInfo.InvariantCulture), decimals).ShouldBe(expected);

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fr-FR")]
    [InlineData("ar-SA")]
    public void Numbers_and_moments_do_not_depend_on_the_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            QuantityFormat.Number(1234.5, 6).ShouldBe("1,234.5");
            Moments.Exact(new DateTimeOffset(2027, 2, 3, 14, 5, 9, TimeSpan.FromHours(2))).ShouldBe("3 Feb 2027, 12:05:09 UTC");
            IntervalFormat.Range(new Interval(0.8604, 0.8814, 0.95), "Ah").ShouldBe("95\u00a0% interval 0.860 to 0.881\u00a0Ah");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_day_means_its_end_so_that_what_happened_on_it_is_seen()
    {
        var asOf = AsOfQuery.Parse("2027-02-18", null);

        asOf.ValidAt.ShouldBe(new DateTimeOffset(2027, 2, 19, 0, 0, 0, TimeSpan.Zero).AddMicroseconds(-1));
        asOf.KnownAt.ShouldBe(DateTimeOffset.MaxValue);
    }

    [Fact]
    public void A_moment_with_an_offset_becomes_utc() =>
        AsOfQuery.Parse(null, "2027-02-18T09:30:00+02:00").KnownAt.ShouldBe(new DateTimeOffset(2027, 2, 18, 7, 30, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2027-13-01")]
    public void What_is_not_a_moment_is_named(string text) =>
        Should.Throw<ProblemException>(() => AsOfQuery.Parse(text, null)).Problem.Location.ShouldBe("validAt");

    [Fact]
    public void The_last_day_of_the_calendar_is_still_a_day() =>
        AsOfQuery.Parse("9999-12-31", null).ValidAt.Year.ShouldBe(9999);

    [Fact]
    public void A_sparkline_scales_leaves_gaps_out_and_thins_long_series()
    {
        SparkPath.Points([1, double.NaN, 2], (100, 24)).ShouldBe("0,22 100,2");
        SparkPath.Points([1, 1, 1], (100, 24)).ShouldBe("0,22 50,22 100,22");
        SparkPath.Points([1], (100, 24)).ShouldBeNull();
        SparkPath.Points([.. Enumerable.Range(0, 10_000).Select(i => (double)i)], (100, 24))!.Split(' ').Length.ShouldBeInRange(300, SparkPath.MaxPoints + 1);
    }

    [Theory]
    [InlineData("State of health", "state-of-health")]
    [InlineData("  CO2e / kWh! ", "co2e-kwh")]
    public void Headings_become_anchors(string text, string slug) => Slug.Of(text).ShouldBe(slug);
}
