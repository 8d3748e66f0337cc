using Voltloop.Core.Problems;
using Voltloop.Health.Model.Telemetry;
using Voltloop.Web.Composition;

namespace Voltloop.Health.FollowAssets;

/// <summary>Settings of telemetry: section <c>Telemetry</c> of <c>settings.json</c>, or <c>VOLTLOOP_TELEMETRY__...</c> of the environment.</summary>
public sealed record TelemetrySettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Telemetry";

    private const double LeastReceiptDays = TelemetryLimits.LateWindow / 86_400;

    /// <summary>Least time between two sets of statements about one battery, s.</summary>
    public double StateEverySeconds { get; init; } = 300;

    /// <summary>
    /// Messages are remembered until their newest sample is this much older than the newest of their sender, days. Counted in times of
    /// samples, so that a sender that was silent for a year finds its last messages remembered.
    /// </summary>
    public double ReceiptDays { get; init; } = 30;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="ProblemException">Messages would be forgotten while their samples could still be taken.</exception>
    public static TelemetrySettings Of(HouseSettings settings)
    {
        var found = settings.Get<TelemetrySettings>(Section);
        if (found.ReceiptDays >= LeastReceiptDays) return found;
        throw new ProblemException(
            CommonProblems.BadRequest, FormattableString.Invariant($"Telemetry:ReceiptDays is {found.ReceiptDays}."), "Telemetry:ReceiptDays",
            FormattableString.Invariant($"Give {LeastReceiptDays} or more: samples are taken up to {LeastReceiptDays} days late."));
    }
}
