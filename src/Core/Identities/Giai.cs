using Voltloop.Core.Problems;

namespace Voltloop.Core.Identities;

/// <summary>Global Individual Asset Identifier: one fixed asset, such as a machine. The default value is empty and names nothing.</summary>
public readonly record struct Giai
{
    private readonly string? _value;

    private Giai(string value) => _value = value;

    /// <summary>Application identifier that carries the key.</summary>
    public const string Ai = "8004";

    /// <summary>Up to 30 characters of GS1 character set 82, beginning with the digits of the company prefix.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads a Global Individual Asset Identifier.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidIdentifier"/>, with the reason.</exception>
    public static Giai Parse(string text) => new(Gs1Key.Require(text, Ai, "GIAI"));

    /// <summary>Reads a Global Individual Asset Identifier; false, with no exception, when the text is not one.</summary>
    public static bool TryParse(string? text, out Giai key)
    {
        var valid = Gs1Key.Reason(text, Ai) is null;
        key = valid ? new Giai(text!) : default;
        return valid;
    }

    /// <summary>The identifier of the thing as a GS1 Digital Link.</summary>
    public ThingId ToThingId() => DigitalLink.Build(new AiValue(Ai, Value)).ToThingId();

    /// <inheritdoc/>
    public override string ToString() => Value;
}
