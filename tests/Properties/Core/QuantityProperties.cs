using FsCheck;
using FsCheck.Fluent;
using Voltloop.Core.Quantities;

namespace Voltloop.Tests.Properties.Core;

public sealed class QuantityProperties
{
    /// <summary>Each way is at most two roundings, so a round trip is at most four: 4 * 2^-53, with a little room.</summary>
    private const double RoundTrip = 5e-16;

    private const int MaxTest = 2000;

    private static readonly Gen<double> Numbers =
        from mantissa in Gen.Choose(-1_000_000_000, 1_000_000_000)
        from power in Gen.Choose(-12, 6)
        select mantissa * Math.Pow(10, power);

    private static readonly Gen<(Unit From, Unit To)> Pairs =
        from one in Gen.Elements(Unit.All.ToArray())
        from other in Gen.Elements(Unit.All.Where(u => u.Dimension == one.Dimension).ToArray())
        select (one, other);

    [Fact]
    public void Every_conversion_comes_back() =>
        Prop.ForAll(Numbers.ToArbitrary(), Pairs.Where(p => p.From.Dimension != Dimension.Temperature).ToArbitrary(), (value, pair) =>
        {
            var back = Unit.Convert(Unit.Convert(value, pair.From, pair.To), pair.To, pair.From);
            return Math.Abs(back - value) <= Math.Abs(value) * RoundTrip;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(MaxTest));

    [Fact]
    public void Every_temperature_comes_back_within_the_precision_of_its_zero() =>
        Prop.ForAll(Numbers.ToArbitrary(), Pairs.Where(p => p.From.Dimension == Dimension.Temperature).ToArbitrary(), (value, pair) =>
        {
            var back = Unit.Convert(Unit.Convert(value, pair.From, pair.To), pair.To, pair.From);
            return Math.Abs(back - value) <= (Math.Abs(value) + 1000) * 1e-15;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(MaxTest));

    [Fact]
    public void A_detour_by_a_third_unit_changes_nothing_but_rounding() =>
        Prop.ForAll(Numbers.ToArbitrary(), Gen.Elements("mAh", "uAh", "C", "mC", "kAh").ToArbitrary(), (value, unit) =>
        {
            var straight = Unit.Convert(value, "Ah", "C");
            var detour = Unit.Convert(Unit.Convert(value, "Ah", unit), unit, "C");
            return Math.Abs(detour - straight) <= Math.Abs(straight) * 2 * RoundTrip;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(MaxTest));

    [Fact]
    public void Power_over_time_is_the_energy_of_the_charge() =>
        Prop.ForAll(Numbers.ToArbitrary(), Numbers.ToArbitrary(), Gen.Choose(1, 1_000_000).ToArbitrary(), (volts, amperes, seconds) =>
        {
            var (u, i, t) = (Voltage.FromVolts(volts), Current.FromAmperes(amperes), Duration.FromSeconds(seconds));
            var (byPower, byCharge) = ((u * i * t).WattHours, (i * t * u).WattHours);
            return Math.Abs(byPower - byCharge) <= Math.Abs(byPower) * 1e-15;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(MaxTest));

    [Fact]
    public void Named_and_tabled_conversions_agree() =>
        Prop.ForAll(Numbers.ToArbitrary(), value =>
            Charge.FromMilliampereHours(value) == Charge.From(value, "mAh")
            && Charge.FromCoulombs(value) == Charge.From(value, "C")
            && Energy.FromKilowattHours(value) == Energy.From(value, "kWh")
            && Mass.FromTonnes(value) == Mass.From(value, "t")
            && Duration.FromHours(value) == Duration.From(value, "h")
            && Ratio.FromPercent(value) == Ratio.From(value, "%")).Check(Config.QuickThrowOnFailure.WithMaxTest(MaxTest));
}
