using System.Globalization;
using Voltloop.Web.Formatting;

namespace Voltloop.Tracing.Model.Custody;

/// <summary>How findings write numbers and names.</summary>
internal static class Words
{
    /// <summary>Most events that a finding names.</summary>
    public const int MaxEvidence = 20;

    /// <summary>A mass in kg with its standard uncertainty, in as many digits as that supports.</summary>
    public static string Kg(Amount amount) => With(amount, "kg");

    /// <summary>A mass in kg that is taken as exact.</summary>
    public static string Kg(double kilograms) => Number(kilograms) + " kg";

    /// <summary>A number in a unit with its standard uncertainty; without one when it is taken as exact.</summary>
    public static string With(Amount amount, string unit) => amount.Uncertainty > 0
        ? $"{Digits(amount.Value, amount.Uncertainty)} ± {Digits(amount.Uncertainty, amount.Uncertainty)} {unit}"
        : $"{Number(amount.Value)} {unit}";

    /// <summary>What is meant by an element.</summary>
    public static string Of(string element) => element == MassFlow.Gross ? "material" : element;

    /// <summary>A number as people read it.</summary>
    public static string Number(double value) => QuantityFormat.Number(value);

    /// <summary>A part as percent.</summary>
    public static string Percent(double part) => (100 * part).ToString("0.0#", CultureInfo.InvariantCulture) + " %";

    /// <summary>The events behind flows, latest first.</summary>
    public static IReadOnlyList<string> Evidence(IEnumerable<MassFlow> flows) =>
        [.. flows.OrderByDescending(flow => flow.At).Select(flow => flow.Event).Distinct(StringComparer.Ordinal).Take(MaxEvidence)];

    private static string Digits(double value, double uncertainty) =>
        QuantityFormat.Fixed(value, double.IsFinite(uncertainty) ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(uncertainty)), 0, 6) : 1).Replace('-', '−');
}
