using Voltloop.Core.Problems;

namespace Voltloop.Core.Identities;

/// <summary>Global Location Number: a site or place. The default value is empty and names nothing.</summary>
public readonly record struct Gln
{
    private readonly string? _value;

    private Gln(string value) => _value = value;

    /// <summary>Application identifier that carries the key.</summary>
    public const string Ai = "414";

    /// <summary>13 digits, the last one being the check digit.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads a Global Location Number.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidIdentifier"/>, with the reason.</exception>
    public static Gln Parse(string text) => new(Gs1Key.Require(text, Ai, "GLN"));

    /// <summary>Reads a Global Location Number; false, with no exception, when the text is not one.</summary>
    public static bool TryParse(string? text, out Gln key)
    {
        var valid = Gs1Key.Reason(text, Ai) is null;
        key = valid ? new Gln(text!) : default;
        return valid;
    }

    /// <summary>The identifier of the thing as a GS1 Digital Link.</summary>
    public ThingId ToThingId() => DigitalLink.Build(new AiValue(Ai, Value)).ToThingId();

    /// <inheritdoc/>
    public override string ToString() => Value;
}
