using System.Globalization;
using System.Text;
using Voltloop.Health.ReadTables;

namespace Voltloop.Tests.Unit.Health;

public sealed class FieldNumberTests
{
    [Fact]
    public void Numbers_of_seventeen_to_nineteen_digits_are_those_of_the_base_library_also_near_the_middle_between_two()
    {
        var random = new Random(11);
        for (var i = 0; i < 100_000; i++)
        {
            var between = i % 2 == 0 ? 0 : (ulong)random.Next(0, 1 << 11);
            var digits = ((ulong)random.NextInt64(1L << 53, 1L << 62) & ~0x7FFUL) + between;
            var text = digits.ToString(CultureInfo.InvariantCulture).Insert(random.Next(0, 17), ".");
            FieldNumber.TryRead(Encoding.UTF8.GetBytes(text), out var value).ShouldBeTrue();
            if (value != double.Parse(text, CultureInfo.InvariantCulture)) value.ShouldBe(double.Parse(text, CultureInfo.InvariantCulture), text);
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0.0")]
    [InlineData("1.0811999999999999")]
    [InlineData("6.283185307179586")]
    [InlineData("1334177673.9095995")]
    [InlineData("9007199254740993")]
    [InlineData("18446744073709551616")]
    [InlineData("0.00000000000000000000000123")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1e-3")]
    [InlineData("+7")]
    public void Numbers_are_those_of_the_base_library(string text)
    {
        FieldNumber.TryRead(Encoding.UTF8.GetBytes(text), out var value).ShouldBeTrue();
        BitConverter.DoubleToInt64Bits(value).ShouldBe(BitConverter.DoubleToInt64Bits(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Random_decimals_are_those_of_the_base_library()
    {
        var random = new Random(5);
        for (var i = 0; i < 20_000; i++)
        {
            var text = (random.NextDouble() * Math.Pow(10, random.Next(-8, 12))).ToString("F" + random.Next(0, 15), CultureInfo.InvariantCulture);
            FieldNumber.TryRead(Encoding.UTF8.GetBytes(text), out var value).ShouldBeTrue();
            value.ShouldBe(double.Parse(text, CultureInfo.InvariantCulture), text);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("1,2")]
    [InlineData("0x10")]
    [InlineData("1 2")]
    public void Other_text_is_no_number(string text) => FieldNumber.TryRead(Encoding.UTF8.GetBytes(text), out _).ShouldBeFalse();
}
