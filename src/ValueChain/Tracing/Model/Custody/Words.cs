using System.Globalization;

namespace Voltloop.Tracing.Model.Custody;

/// <summary>How findings write numbers and names.</summary>
internal static class Words
{
    /// <summary>Most events that a finding names.</summary>
    public const int MaxEvidence = 20;

    /// <summary>A mass in kg with its standard uncertainty, in as many digits as that supports.</summary>
    public static string Kg(Amount amount) => $"{Digits(amount.Value, amount.Uncertainty)} kg ± {Digits(amount.Uncertainty, amount.Uncertainty)} kg";

    /// <summary>What is meant by an element.</summary>
    public static string Of(string element) => element == MassFlow.Gross ? "material" : element;

    /// <summary>A number with two decimal places.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A part as percent.</summary>
    public static string Percent(double part) => (100 * part).ToString("0.0#", CultureInfo.InvariantCulture) + " %";

    /// <summary>The events behind flows, latest first.</summary>
    public static IReadOnlyList<string> Evidence(IEnumerable<MassFlow> flows) =>
        [.. flows.OrderByDescending(flow => flow.At).Select(flow => flow.Event).Distinct(StringComparer.Ordinal).Take(MaxEvidence)];

    private static string Digits(double value, double uncertainty)
    {
        var places = uncertainty > 0 && double.IsFinite(uncertainty) ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(uncertainty)), 0, 6) : 1;
        return value.ToString("N" + places.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace(",", "\u202f", StringComparison.Ordinal);
    }
}
