using Voltloop.Core.Problems;

namespace Voltloop.Record.Proofs.Credentials;

/// <summary>A token with the disclosures that are shown, as it goes over the wire (RFC 9901, section 4).</summary>
/// <param name="Jwt">The signed part.</param>
/// <param name="Disclosures">Texts of the disclosures.</param>
/// <param name="KeyBinding">The holder's proof; <c>null</c> for none.</param>
public sealed record SdJwt(string Jwt, IReadOnlyList<string> Disclosures, string? KeyBinding)
{
    /// <summary>Disclosures of a token that are read at most.</summary>
    public const int MaxDisclosures = 10_000;

    private const char Separator = '~';

    /// <summary>The part that a holder binds a key to.</summary>
    public string WithoutKeyBinding => string.Concat(Disclosures.Prepend(Jwt).Select(part => part + Separator));

    /// <summary>The compact form.</summary>
    public override string ToString() => WithoutKeyBinding + KeyBinding;

    /// <summary>Reads the compact form without believing it.</summary>
    /// <exception cref="ProblemException">Not an SD-JWT, or with too many disclosures.</exception>
    public static SdJwt Parse(string text)
    {
        Refusal.Unless(text.Length <= CompactJws.MaxCharacters, CommonProblems.LimitExceeded, $"The token has more than {CompactJws.MaxCharacters} characters.");
        var parts = text.Split(Separator);
        Refusal.Unless(parts.Length > 1, CommonProblems.MalformedInput, "An SD-JWT ends with ~ or with the proof of a key.");
        Refusal.Unless(parts.Length - 2 <= MaxDisclosures, CommonProblems.LimitExceeded, $"The token has more than {MaxDisclosures} disclosures.");
        return new SdJwt(parts[0], parts[1..^1], parts[^1].Length == 0 ? null : parts[^1]);
    }

    /// <summary>Keeps the disclosures that a holder chooses to show; those inside of hidden ones must be left out by the holder.</summary>
    public SdJwt Select(Func<Disclosure, bool> isShown) => new(Jwt, [.. Disclosures.Where(text => isShown(Disclosure.Parse(text)))], KeyBinding: null);
}
