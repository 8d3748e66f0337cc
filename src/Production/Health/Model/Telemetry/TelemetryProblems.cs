using Voltloop.Core.Problems;

namespace Voltloop.Health.Model.Telemetry;

/// <summary>Why a message of telemetry is refused.</summary>
internal static class TelemetryProblems
{
    /// <summary>The record does not know the battery, or the sender may not see it.</summary>
    public static readonly ProblemKind UnknownAsset = new("telemetry-unknown-asset", "The record knows no such battery.", 422, 3);

    /// <summary>A unit or sign that is not one of those accepted.</summary>
    public static readonly ProblemKind BadUnit = new("telemetry-bad-unit", "The unit is not accepted.", 422, 2);

    /// <summary>The values do not fit the unit declared.</summary>
    public static readonly ProblemKind UnitSuspect = new("telemetry-unit-suspect", "The values do not fit the unit declared.", 422, 2);

    /// <summary>A time that is no number, before 1990, or ahead of the clock.</summary>
    public static readonly ProblemKind BadTime = new("telemetry-bad-time", "The time of a sample cannot be right.", 422, 2);

    /// <summary>The message has no sample, or none with a value.</summary>
    public static readonly ProblemKind Empty = new("telemetry-empty", "The message has no value.", 422, 2);

    /// <summary>The identifier of the message was used for another content.</summary>
    public static readonly ProblemKind Reused = new("telemetry-message-reused", "The identifier was used for another content.", 409, 4);

    /// <summary>The samples are older than the window in which late ones are merged.</summary>
    public static readonly ProblemKind TooLate = new("telemetry-too-late", "The samples come later than they can be merged.", 422, 2);
}
