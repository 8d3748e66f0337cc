using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tracing.BalanceMass;

/// <summary>What to balance.</summary>
/// <param name="Site">Only this site; the network is reconciled as a whole all the same.</param>
/// <param name="Element">Only this element, as a symbol, or <c>mass</c>.</param>
/// <param name="From">Ledger lines and findings from this day on, yyyy-mm-dd.</param>
/// <param name="To">Events before the end of this day, yyyy-mm-dd.</param>
/// <param name="Period">month, week, quarter or year.</param>
internal sealed record BalanceRequest(string? Site = null, string? Element = null, string? From = null, string? To = null, string? Period = null)
{
    /// <summary>First moment that is shown.</summary>
    public DateTimeOffset Since => Day(From, "from") ?? DateTimeOffset.MinValue;

    /// <summary>First moment that does not count any more.</summary>
    public DateTimeOffset Until => Day(To, "to")?.AddDays(1) ?? DateTimeOffset.MaxValue;

    /// <summary>Length of the periods.</summary>
    public PeriodLength Length => string.IsNullOrEmpty(Period) ? PeriodLength.Month
        : Enum.TryParse<PeriodLength>(Period, ignoreCase: true, out var length) && !char.IsDigit(Period[0]) ? length
        : throw new ProblemException(CommonProblems.BadRequest, $"\"{Period}\" is no period.", "period", "Use week, month, quarter or year.");

    /// <summary>Whether a site and an element are asked for.</summary>
    public bool IsAbout(string site, string element) => (string.IsNullOrEmpty(Site) || Site == site) && (string.IsNullOrEmpty(Element) || Element == element);

    private static DateTimeOffset? Day(string? text, string name) => string.IsNullOrEmpty(text) ? null
        : DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var day) && day < DateTimeOffset.MaxValue.AddDays(-2) ? day
        : throw new ProblemException(CommonProblems.BadRequest, $"\"{text}\" is no day.", name, "Write it as yyyy-mm-dd.");
}
