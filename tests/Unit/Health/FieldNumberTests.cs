using System.Globalization;
using System.Text;
using Voltloop.Health.ReadTables;

namespace Voltloop.Tests.Unit.Health;

public sealed class FieldNumberTests
{
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
