using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Core.Quantities;

namespace Voltloop.Tests.Unit.Core.Quantities;

public sealed class QuantityTests
{
    [Fact]
    public void Physics_joins_the_quantities()
    {
        var (i, u, t) = (Current.FromAmperes(2), Voltage.FromVolts(3.5), Duration.FromHours(1.5));
        (u * i).ShouldBe(Power.FromWatts(7));
        (i * u).ShouldBe(Power.FromWatts(7));
        (i * t).ShouldBe(Charge.FromAmpereHours(3));
        (t * i).ShouldBe(Charge.FromAmpereHours(3));
        (i * t * u).ShouldBe(Energy.FromWattHours(10.5));
        (u * i * t).ShouldBe(Energy.FromWattHours(10.5));
        (u / i).ShouldBe(Resistance.FromOhms(1.75));
        (u / i * i).ShouldBe(u);
        (u / Resistance.FromOhms(7)).ShouldBe(Current.FromAmperes(0.5));
    }

    [Fact]
    public void Physics_takes_the_quantities_apart_again()
    {
        var energy = Energy.FromWattHours(10.5);
        (energy / Charge.FromAmpereHours(3)).ShouldBe(Voltage.FromVolts(3.5));
        (energy / Voltage.FromVolts(3.5)).ShouldBe(Charge.FromAmpereHours(3));
        (energy / Duration.FromHours(1.5)).ShouldBe(Power.FromWatts(7));
        (energy / Power.FromWatts(7)).ShouldBe(Duration.FromHours(1.5));
        (Charge.FromAmpereHours(3) / Duration.FromHours(1.5)).ShouldBe(Current.FromAmperes(2));
        (Charge.FromAmpereHours(3) / Current.FromAmperes(2)).ShouldBe(Duration.FromHours(1.5));
        (Power.FromWatts(7) / Voltage.FromVolts(3.5)).ShouldBe(Current.FromAmperes(2));
        (Power.FromWatts(7) / Current.FromAmperes(2)).ShouldBe(Voltage.FromVolts(3.5));
    }

    [Fact]
    public void A_state_of_health_is_a_ratio_of_charges()
    {
        var health = Charge.FromAmpereHours(2.1) / Charge.FromAmpereHours(2.4);
        health.Percent.ShouldBe(87.5, 1e-12);
        (Charge.FromAmpereHours(2.4) * Ratio.FromPercent(50)).ShouldBe(Charge.FromAmpereHours(1.2));
    }

    [Fact]
    public void Spellings_of_a_quantity_are_equal()
    {
        Charge.FromCoulombs(9000).ShouldBe(Charge.FromMilliampereHours(2500));
        Energy.FromJoules(3600).ShouldBe(Energy.FromWattHours(1));
        Energy.FromKilowattHours(1.5).WattHours.ShouldBe(1500);
        Voltage.FromMillivolts(3650).Volts.ShouldBe(3.65);
        Current.FromMilliamperes(55).Amperes.ShouldBe(0.055);
        Resistance.FromMilliohms(15).Ohms.ShouldBe(0.015);
        Mass.FromGrams(70).Kilograms.ShouldBe(0.07);
        Mass.FromTonnes(2).ShouldBe(Mass.FromKilograms(2000));
        Power.FromKilowatts(3).Watts.ShouldBe(3000);
        CarbonMass.FromTonnes(1).Kilograms.ShouldBe(1000);
        Duration.FromDays(2).Hours.ShouldBe(48);
        Duration.FromTimeSpan(TimeSpan.FromMinutes(3)).Seconds.ShouldBe(180);
    }

    [Fact]
    public void A_quantity_is_made_from_and_shown_in_any_unit_of_its_dimension()
    {
        Charge.From(2500, "mAh").ShouldBe(Charge.FromAmpereHours(2.5));
        Charge.From(9000, "C").ShouldBe(Charge.FromAmpereHours(2.5));
        Energy.FromKilowattHours(1).In("MJ").ShouldBe(3.6);
        Temperature.From(25, "C").ShouldBe(Temperature.FromDegreesCelsius(25));
        Temperature.FromKelvins(298.15).In("degF").ShouldBe(77, 1e-12);
        Should.Throw<ProblemException>(() => Charge.From(1, "Wh")).Problem.Kind.ShouldBe(UnitProblems.UnitMismatch);
        Should.Throw<ProblemException>(() => Mass.From(1, "kgCO2e")).Problem.Kind.ShouldBe(UnitProblems.UnitMismatch);
        Should.Throw<ProblemException>(() => Mass.FromKilograms(1).In("kgCO2e")).Problem.Kind.ShouldBe(UnitProblems.UnitMismatch);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void No_quantity_holds_a_number_that_is_not_finite(double value)
    {
        Action[] makers =
        [
            () => Charge.FromAmpereHours(value), () => Energy.FromWattHours(value), () => Voltage.FromVolts(value),
            () => Current.FromAmperes(value), () => Resistance.FromOhms(value), () => Temperature.FromDegreesCelsius(value),
            () => Mass.FromKilograms(value), () => Power.FromWatts(value), () => CarbonMass.FromKilograms(value),
            () => Ratio.FromFraction(value), () => Duration.FromSeconds(value), () => Temperature.FromKelvins(value),
        ];
        foreach (var make in makers)
            Should.Throw<ProblemException>(make).Problem.Kind.ShouldBe(UnitProblems.ImpossibleQuantity);
    }

    [Fact]
    public void Arithmetic_does_not_leave_the_finite_numbers()
    {
        Should.Throw<ProblemException>(() => Charge.FromAmpereHours(1) / Charge.FromAmpereHours(0));
        Should.Throw<ProblemException>(() => Voltage.FromVolts(1) / default(Current));
        Should.Throw<ProblemException>(() => Energy.FromWattHours(1e308) * 10);
    }

    [Fact]
    public void Nothing_is_colder_than_absolute_zero()
    {
        Temperature.FromKelvins(0).DegreesCelsius.ShouldBe(-273.15);
        Should.Throw<ProblemException>(() => Temperature.FromDegreesCelsius(-273.16)).Problem.Detail.ShouldContain("absolute zero");
        Should.Throw<ProblemException>(() => Temperature.FromKelvins(-1));
    }

    [Fact]
    public void Temperatures_differ_by_kelvins()
    {
        var (cold, warm) = (Temperature.FromDegreesCelsius(-10), Temperature.FromDegreesCelsius(25));
        warm.KelvinsAbove(cold).ShouldBe(35);
        cold.WarmerBy(35).ShouldBe(warm);
        (cold < warm).ShouldBeTrue();
        Temperature.FromDegreesFahrenheit(212).DegreesCelsius.ShouldBe(100);
        Temperature.FromDegreesCelsius(100).DegreesFahrenheit.ShouldBe(212);
    }

    [Fact]
    public void The_text_is_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Charge.FromAmpereHours(-2.5).ToString().ShouldBe("-2.5 Ah");
            Ratio.FromFraction(0.875).ToString().ShouldBe("87.5 %");
            CarbonMass.FromKilograms(61.5).ToString().ShouldBe("61.5 kg{CO2e}");
            Temperature.FromDegreesCelsius(25).ToString().ShouldBe("25 Cel");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Quantities_are_ordered()
    {
        Charge[] charges = [Charge.FromAmpereHours(2), default, Charge.FromAmpereHours(-1)];
        charges.Order().Select(c => c.AmpereHours).ShouldBe([-1, 0, 2]);
        (Charge.FromAmpereHours(2) > default(Charge)).ShouldBeTrue();
        (Duration.FromHours(1) >= Duration.FromSeconds(3600)).ShouldBeTrue();
        (Charge.FromAmpereHours(2) - Charge.FromAmpereHours(3)).ShouldBe(-Charge.FromAmpereHours(1));
    }
}
