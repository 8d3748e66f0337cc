using Voltloop.Core.Provenance;

namespace Voltloop.Web.Formatting;

/// <summary>Intervals in words.</summary>
public static class IntervalFormat
{
    /// <summary>For example <c>95 % interval 0.862 to 0.878 Ah</c>, both bounds with the same decimals.</summary>
    public static string Range(Interval interval, string? unit = null)
    {
        var decimals = Decimals(interval);
        var suffix = unit is null ? "" : "\u00a0" + UnitText.Of(unit);
        return $"{QuantityFormat.Number(interval.Level * 100, 3)}\u00a0% interval {QuantityFormat.Fixed(interval.Lower, decimals)} to {QuantityFormat.Fixed(interval.Upper, decimals)}{suffix}";
    }

    /// <summary>Decimals that resolve the width of the interval by two digits: more would claim what is not known.</summary>
    public static int Decimals(Interval interval)
    {
        var width = interval.Upper - interval.Lower;
        return width > 0 ? QuantityFormat.Decimals(width, 2) : QuantityFormat.Decimals(interval.Upper);
    }
}
