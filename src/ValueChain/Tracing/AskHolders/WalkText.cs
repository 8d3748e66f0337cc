using System.Globalization;
using Voltloop.Tracing.Model.Between;

namespace Voltloop.Tracing.AskHolders;

/// <summary>What is known of a place, in a few words; the same at the command line and on the page.</summary>
internal static class WalkText
{
    /// <summary>The words.</summary>
    public static string Of(WalkPlace place) => place.State switch
    {
        WalkState.Own => "own events",
        WalkState.Answered => place.IsKept ? "kept answer, proven" : "answered, proven",
        WalkState.Closed => "closed, needs a grant",
        WalkState.Unreachable => Last(place, "does not answer"),
        WalkState.Tombstone => Last(place, "has ceased"),
        WalkState.Refused => $"answer refused ({place.Problem})",
        WalkState.Named => "named, not asked",
        WalkState.Nameless => "no node known",
        _ => "shown above",
    };

    private static string Last(WalkPlace place, string what) => place switch
    {
        { AnsweredAt: null } => what,
        { Problem: null } => $"{what}, answered",
        _ => string.Create(CultureInfo.InvariantCulture, $"{what}, answer of {place.AnsweredAt:yyyy-MM-dd HH:mm}"),
    };
}
