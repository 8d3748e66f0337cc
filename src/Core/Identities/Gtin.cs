using Voltloop.Core.Problems;

namespace Voltloop.Core.Identities;

/// <summary>
/// Global Trade Item Number: a model. GTIN-8, -12, -13 and -14 are spellings of one number, so the value always has
/// 14 digits, filled up with zeros on the left. The default value is empty and names nothing.
/// </summary>
public readonly record struct Gtin
{
    private readonly string? _value;

    private Gtin(string value) => _value = value;

    /// <summary>Application identifier that carries the key.</summary>
    public const string Ai = "01";

    /// <summary>Digits of the canonical form.</summary>
    public const int Length = 14;

    /// <summary>14 digits, the last one being the check digit.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads a GTIN of 8, 12, 13 or 14 digits.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidIdentifier"/>, with the reason.</exception>
    public static Gtin Parse(string text) =>
        Reason(text) is { } reason ? throw Gs1Key.Invalid(text, "GTIN", reason) : new(Pad(text));

    /// <summary>Reads a GTIN; false, with no exception, when the text is not one.</summary>
    public static bool TryParse(string? text, out Gtin gtin)
    {
        var valid = Reason(text) is null;
        gtin = valid ? new Gtin(Pad(text!)) : default;
        return valid;
    }

    /// <summary>The identifier of the model as a GS1 Digital Link.</summary>
    public ThingId ToThingId() => DigitalLink.Build(new AiValue(Ai, Value)).ToThingId();

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Whether a GTIN may have this many digits.</summary>
    internal static bool IsLength(int digits) => digits is 8 or 12 or 13 or 14;

    /// <summary>The digits filled up to 14.</summary>
    internal static string Pad(string digits) => digits.PadLeft(Length, '0');

    private static string? Reason(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "it is empty";
        if (Gs1Characters.FirstOutside('n', text) is { } other) return $"'{other}' is not a digit";
        return IsLength(text.Length) ? Gs1CheckDigit.Reason(text) : $"it has {text.Length} digits, not 8, 12, 13 or 14";
    }
}
