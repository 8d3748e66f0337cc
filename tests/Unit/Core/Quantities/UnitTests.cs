using Voltloop.Core.Problems;
using Voltloop.Core.Quantities;
using CoreUnit = Voltloop.Core.Quantities.Unit;

namespace Voltloop.Tests.Unit.Core.Quantities;

public sealed class UnitTests
{
    [Theory]
    [InlineData(2500, "mAh", "Ah", 2.5)]
    [InlineData(0.3, "mAh", "Ah", 0.0003)]
    [InlineData(1, "Ah", "C", 3600)]
    [InlineData(1, "kWh", "MJ", 3.6)]
    [InlineData(3600, "J", "Wh", 1)]
    [InlineData(25, "°C", "K", 298.15)]
    [InlineData(298.15, "K", "Cel", 25)]
    [InlineData(77, "degF", "Cel", 25)]
    [InlineData(-40, "Cel", "[degF]", -40)]
    [InlineData(25, "C", "K", 298.15)]
    [InlineData(50, "%", "1", 0.5)]
    [InlineData(1.5, "mΩ", "Ohm", 0.0015)]
    [InlineData(1.5, "m\u2126", "µΩ", 1500)]
    [InlineData(12, "mo", "a", 1)]
    [InlineData(1, "a", "d", 365.25)]
    [InlineData(90, "min", "h", 1.5)]
    [InlineData(65, "kgCO2e/kWh", "g{CO2e}/Wh", 65)]
    [InlineData(1, "tCO2e", "kg{CO2e}", 1000)]
    [InlineData(1, "lb", "kg", 0.45359237)]
    [InlineData(24, "%/a", "%/month", 2)]
    [InlineData(7, "1", "{cycle}", 7)]
    [InlineData(2, "C", "A/Ah", 2)]
    public void A_number_converts_exactly(double value, string from, string to, double expected) =>
        CoreUnit.Convert(value, from, to).ShouldBe(expected);

    [Theory]
    [InlineData("Ah", "Wh")]
    [InlineData("C", "Wh")]
    [InlineData("kg", "kg{CO2e}")]
    [InlineData("W/Wh", "A/Ah")]
    [InlineData("s", "{cycle}")]
    [InlineData("K", "V")]
    public void Units_of_different_dimensions_do_not_convert(string from, string to)
    {
        var problem = Should.Throw<ProblemException>(() => CoreUnit.Convert(1, from, to)).Problem;
        problem.Kind.Code.ShouldBe("unit-mismatch");
        problem.Detail.ShouldContain("measures");
    }

    [Theory]
    [InlineData("")]
    [InlineData("mah")]
    [InlineData("furlong")]
    [InlineData("n.a.")]
    public void An_unknown_unit_is_named(string text)
    {
        Should.Throw<ProblemException>(() => CoreUnit.Parse(text)).Problem.Kind.Code.ShouldBe("unknown-unit");
        CoreUnit.TryParse(text, out var unit).ShouldBeFalse();
        unit.ShouldBeNull();
    }

    [Fact]
    public void The_dimension_decides_what_C_means()
    {
        CoreUnit.Parse("C").Symbol.ShouldBe("C");
        CoreUnit.Parse("C", Dimension.Charge).Symbol.ShouldBe("C");
        CoreUnit.Parse("C", Dimension.Temperature).Symbol.ShouldBe("Cel");
        CoreUnit.Parse("C", Dimension.CurrentPerCharge).Symbol.ShouldBe("A/Ah");
        Should.Throw<ProblemException>(() => CoreUnit.Parse("C", Dimension.Voltage)).Problem.Kind.ShouldBe(UnitProblems.UnitMismatch);
        Should.Throw<ProblemException>(() => CoreUnit.Parse("-")).Problem.Kind.ShouldBe(UnitProblems.UnknownUnit);
        CoreUnit.Parse("-", Dimension.Ratio).Symbol.ShouldBe("1");
    }

    [Fact]
    public void Case_tells_milli_from_mega()
    {
        CoreUnit.Convert(1, "MW", "W").ShouldBe(1e6);
        CoreUnit.Convert(1, "mW", "W").ShouldBe(1e-3);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Only_finite_numbers_convert(double value) =>
        Should.Throw<ProblemException>(() => CoreUnit.Convert(value, "mAh", "Ah")).Problem.Kind.ShouldBe(UnitProblems.ImpossibleQuantity);

    [Fact]
    public void A_conversion_does_not_overflow_silently() =>
        Should.Throw<ProblemException>(() => CoreUnit.Convert(1e308, "GWh", "Wh")).Problem.Kind.ShouldBe(UnitProblems.ImpossibleQuantity);

    [Fact]
    public void Every_dimension_has_exactly_one_base_unit_or_an_equal_of_it()
    {
        foreach (var dimension in Enum.GetValues<Dimension>())
            CoreUnit.All.Count(u => u.Dimension == dimension).ShouldBeGreaterThan(0, dimension.ToString());
        CoreUnit.All.Select(u => u.Symbol).Distinct(StringComparer.Ordinal).Count().ShouldBe(CoreUnit.All.Count);
    }
}
