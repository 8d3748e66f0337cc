using Voltloop.Core.Problems;

namespace Voltloop.Core.Identities;

/// <summary>What the GS1 key types share: reading a value by the rules of its application identifier.</summary>
internal static class Gs1Key
{
    /// <summary>Why a text is not a value of an application identifier, or null when it is one.</summary>
    public static string? Reason(string? text, string ai) =>
        string.IsNullOrEmpty(text) ? "it is empty" : AiTable.Get(ai).Reason(text);

    /// <summary>The text when it is a value of the application identifier.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidIdentifier"/>, with the reason.</exception>
    public static string Require(string? text, string ai, string keyName) =>
        Reason(text, ai) is { } reason ? throw Invalid(text, keyName, reason) : text!;

    /// <summary>The error for a text that is not a key.</summary>
    public static ProblemException Invalid(string? text, string keyName, string reason) =>
        new(CommonProblems.InvalidIdentifier, $"\"{text}\" is not a {keyName}: {reason}.");
}
