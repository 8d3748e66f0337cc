using Voltloop.Core.Problems;

namespace Voltloop.Core.Identities;

/// <summary>Serial Shipping Container Code: one logistic unit, such as a pallet. The default value is empty and names nothing.</summary>
public readonly record struct Sscc
{
    private readonly string? _value;

    private Sscc(string value) => _value = value;

    /// <summary>Application identifier that carries the key.</summary>
    public const string Ai = "00";

    /// <summary>18 digits, the last one being the check digit.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads a Serial Shipping Container Code.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidIdentifier"/>, with the reason.</exception>
    public static Sscc Parse(string text) => new(Gs1Key.Require(text, Ai, "SSCC"));

    /// <summary>Reads a Serial Shipping Container Code; false, with no exception, when the text is not one.</summary>
    public static bool TryParse(string? text, out Sscc key)
    {
        var valid = Gs1Key.Reason(text, Ai) is null;
        key = valid ? new Sscc(text!) : default;
        return valid;
    }

    /// <summary>The identifier of the thing as a GS1 Digital Link.</summary>
    public ThingId ToThingId() => DigitalLink.Build(new AiValue(Ai, Value)).ToThingId();

    /// <inheritdoc/>
    public override string ToString() => Value;
}
