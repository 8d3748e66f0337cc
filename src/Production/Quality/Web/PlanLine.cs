using Voltloop.Quality.AssessCapability;
using Voltloop.Quality.Model;

namespace Voltloop.Quality.Web;

/// <summary>A line of a control plan beside what the machine did on a day.</summary>
/// <param name="Plan">The line.</param>
/// <param name="Ppk">Capability of the day, observed; <c>null</c> without enough readings.</param>
/// <param name="Why">Why there is none.</param>
internal sealed record PlanLine(PlannedCharacteristic Plan, IndexResource? Ppk, string? Why)
{
    /// <summary>The limits in words.</summary>
    public string Limits => (Plan.Lsl, Plan.Usl) switch
    {
        ({ } low, { } high) => FormattableString.Invariant($"{low} to {high} {Plan.Unit}"),
        ({ } low, null) => FormattableString.Invariant($"at least {low} {Plan.Unit}"),
        (null, { } high) => FormattableString.Invariant($"at most {high} {Plan.Unit}"),
        _ => "–",
    };

    /// <summary>The measurement system in words.</summary>
    public string Gauge => Plan.GaugeSigma is { } sigma ? FormattableString.Invariant($"{Plan.Gauge ?? "gauge"}, standard deviation {sigma} {Plan.Unit}") : Plan.Gauge ?? "–";
}
