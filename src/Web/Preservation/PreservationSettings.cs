using Voltloop.Core.Problems;
using Voltloop.Web.Composition;

namespace Voltloop.Web.Preservation;

/// <summary>Settings of preservation: section <c>Preservation</c> of <c>settings.json</c> in the data directory, or <c>VOLTLOOP_PRESERVATION__...</c> of the environment.</summary>
public sealed record PreservationSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Preservation";

    /// <summary>Data younger than this, in seconds, may be lost with the primary; more is shown as a warning (the recovery point objective).</summary>
    public double MaxLagSeconds { get; init; } = 60;

    /// <summary>Entries of the log that may be lost with the primary; more is shown as a warning.</summary>
    public long MaxLagEntries { get; init; } = 10_000;

    /// <summary>How long a primary holds the question of a back-up that has everything, in milliseconds.</summary>
    public int HoldMilliseconds { get; init; } = 500;

    /// <summary>How long a primary gathers writes into one page after the first, in milliseconds.</summary>
    public int GatherMilliseconds { get; init; } = 20;

    /// <summary>Whom a back-up serves while its primary's operator is there: <c>known</c> actors only, or <c>everyone</c>; both with the same rights per element.</summary>
    public string Standby { get; init; } = "known";

    /// <summary>Days without an answer of the primary after which a back-up opens by itself; <c>null</c> for never.</summary>
    public double? OpensAfterDays { get; init; }

    /// <summary>Witnesses whose cosignatures the node collects.</summary>
    public IList<WitnessSettings> Witnesses { get; init; } = [];

    /// <summary>Seconds between two visits to the witnesses.</summary>
    public double WitnessSeconds { get; init; } = 60;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="ProblemException">A setting has no such value.</exception>
    public static PreservationSettings Of(HouseSettings house)
    {
        var settings = house.Get<PreservationSettings>(Section);
        return settings.Standby is "known" or "everyone"
            ? settings
            : throw new ProblemException(CommonProblems.InvalidValue, $"\"{settings.Standby}\" is no rule for a back-up on standby.", "Preservation:Standby", "Use known or everyone.");
    }
}
