using Voltloop.Core.Problems;

namespace Voltloop.Tracing.Model.Between;

/// <summary>The words that nodes understand alike. The list is short on purpose: a purpose that two sides read differently opens nothing.</summary>
internal static class ChainWords
{
    /// <summary>What one may ask for.</summary>
    public static readonly IReadOnlyList<string> Purposes = ["recall", "due-diligence", "audit", "repair", "repurposing", "recycling"];

    /// <summary>The word of a direction.</summary>
    public static string Of(ChainDirection direction) => direction == ChainDirection.Up ? "up" : "down";

    /// <summary>The direction of a word.</summary>
    /// <exception cref="ProblemException">Neither up nor down.</exception>
    public static ChainDirection Direction(string? text) => text switch
    {
        "up" => ChainDirection.Up,
        "down" => ChainDirection.Down,
        _ => throw new ProblemException(CommonProblems.BadRequest, $"\"{text}\" is no direction.", "direction", "Ask up (where from) or down (where to)."),
    };

    /// <summary>The same word, when it is one of <see cref="Purposes"/>.</summary>
    /// <exception cref="ProblemException">Another word.</exception>
    public static string Purpose(string? text) => Purposes.Contains(text, StringComparer.Ordinal) ? text!
        : throw new ProblemException(CommonProblems.BadRequest, $"\"{text}\" is no purpose that others know.", "purpose", $"One of {string.Join(", ", Purposes)}.");
}
