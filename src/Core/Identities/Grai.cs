using Voltloop.Core.Problems;

namespace Voltloop.Core.Identities;

/// <summary>Global Returnable Asset Identifier: a type of returnable asset (crate, rack), and one of them when it has a serial.
/// The default value is empty and names nothing.</summary>
public readonly record struct Grai
{
    private readonly string? _value;

    private Grai(string value) => _value = value;

    /// <summary>Application identifier that carries the key.</summary>
    public const string Ai = "8003";

    /// <summary>A zero, 13 digits with the check digit, and up to 16 characters of serial: the form that AI 8003 carries.</summary>
    public string Value => _value ?? "";

    /// <summary>The asset type: 13 digits with the check digit; empty on the default value.</summary>
    public string AssetType => _value is null ? "" : _value[1..14];

    /// <summary>The serial of one asset; empty when the identifier names the type.</summary>
    public string Serial => _value is null ? "" : _value[14..];

    /// <summary>Reads a Global Returnable Asset Identifier.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidIdentifier"/>, with the reason.</exception>
    public static Grai Parse(string text) => new(Gs1Key.Require(text, Ai, "GRAI"));

    /// <summary>Reads a Global Returnable Asset Identifier; false, with no exception, when the text is not one.</summary>
    public static bool TryParse(string? text, out Grai key)
    {
        var valid = Gs1Key.Reason(text, Ai) is null;
        key = valid ? new Grai(text!) : default;
        return valid;
    }

    /// <summary>The identifier of the thing as a GS1 Digital Link.</summary>
    public ThingId ToThingId() => DigitalLink.Build(new AiValue(Ai, Value)).ToThingId();

    /// <inheritdoc/>
    public override string ToString() => Value;
}
