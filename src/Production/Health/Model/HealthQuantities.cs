using Voltloop.Core.Provenance;

namespace Voltloop.Health.Model;

/// <summary>
/// Quantities of Regulation (EU) 2023/1542, Annex VII, and of UN GTR 22. Each is <c>null</c> where an input is missing, not
/// positive or not finite: a ratio of what is not known is not a figure.
/// </summary>
internal static class HealthQuantities
{
    /// <summary>State of certified energy, %: usable battery energy measured now over the certified one (UN GTR 22, 3.12; Annex VII A 1).</summary>
    /// <param name="usableWh">Energy of a full discharge now, Wh.</param>
    /// <param name="certifiedWh">Energy certified for the new battery, Wh.</param>
    public static double? StateOfCertifiedEnergy(double? usableWh, double? certifiedWh) => Ratio(usableWh, certifiedWh) is { } ratio ? 100 * ratio : null;

    /// <summary>Increase of resistance, %: now over new, minus 1 (Annex VII A 5; Annex IV A).</summary>
    public static double? ResistanceIncrease(double? nowOhm, double? newOhm) => Ratio(nowOhm, newOhm) is { } ratio ? 100 * (ratio - 1) : null;

    /// <summary>Round trip efficiency, %: energy out over the energy that restores it (Annex VII A 3).</summary>
    public static double? RoundTripEfficiency(double? outWh, double? inWh) => Ratio(outWh, inWh) is { } ratio and <= 1 ? 100 * ratio : null;

    /// <summary>Power fade, %: 1 minus power capability now over new (Annex IV A).</summary>
    public static double? PowerFade(double? nowWatt, double? newWatt) => Ratio(nowWatt, newWatt) is { } ratio ? 100 * (1 - ratio) : null;

    /// <summary>Interval of a value whose share of an exactly known number it is; the same share of both ends.</summary>
    public static Interval? Map(Interval? interval, Func<double, double> map) =>
        interval is { } known ? new Interval(Math.Min(map(known.Lower), map(known.Upper)), Math.Max(map(known.Lower), map(known.Upper)), known.Level) : null;

    private static double? Ratio(double? over, double? under) =>
        over is > 0 and < double.PositiveInfinity && under is > 0 and < double.PositiveInfinity ? over / under : null;
}
