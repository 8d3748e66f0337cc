using Voltloop.Kernels.Precision;

namespace Voltloop.Tests.Unit.Kernels;

/// <summary>Decimals read to all their digits, and exponents that no number has.</summary>
public sealed class DecimalReadingTests
{
    [Theory]
    [InlineData("1e-3000000000", 0)]
    [InlineData("0e99999999999", 0)]
    [InlineData("-2.5E3", -2500)]
    [InlineData("  7 ", 7)]
    [InlineData("1e-310", 1e-310)]
    public void A_decimal_is_read(string text, double expected) => ((double)DoubleDouble.Parse(text)!.Value).ShouldBe(expected);

    [Fact]
    public void A_tenth_has_the_digits_that_a_double_lacks()
    {
        var tenth = DoubleDouble.Parse("0.1")!.Value;
        // 0.1 as a double is 0.1000000000000000055511151231257827...
        (tenth.High, tenth.Low).ShouldBe((0.1, -5.551115123125783e-18));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1e999")]
    [InlineData("one")]
    public void What_is_no_number_is_none(string text) => DoubleDouble.Parse(text).ShouldBeNull();
}
