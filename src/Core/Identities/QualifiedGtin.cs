using Voltloop.Core.Problems;

namespace Voltloop.Core.Identities;

/// <summary>A GTIN with a serial number (one item of a model) or a lot number (items made together). The default value is empty and names nothing.</summary>
public readonly record struct QualifiedGtin
{
    /// <summary>Application identifier of a lot number.</summary>
    public const string LotAi = "10";

    /// <summary>Application identifier of a serial number.</summary>
    public const string SerialAi = "21";

    private readonly string? _ai;
    private readonly string? _value;

    private QualifiedGtin(Gtin gtin, string ai, string value) => (Gtin, _ai, _value) = (gtin, ai, value);

    /// <summary>The model.</summary>
    public Gtin Gtin { get; }

    /// <summary>The serial number, 1 to 20 characters of GS1 character set 82; empty when it has none.</summary>
    public string Serial => _ai is SerialAi ? _value! : "";

    /// <summary>The lot number, 1 to 20 characters of GS1 character set 82; empty when it has none.</summary>
    public string Lot => _ai is LotAi ? _value! : "";

    /// <summary>Joins a model and a serial number.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidIdentifier"/>, when the serial number breaks the rules or the GTIN is empty.</exception>
    public static QualifiedGtin OfSerial(Gtin gtin, string serial) =>
        new(Gtin.Parse(gtin.Value), SerialAi, Gs1Key.Require(serial, SerialAi, "serial number"));

    /// <summary>Joins a model and a lot number.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidIdentifier"/>, when the lot number breaks the rules or the GTIN is empty.</exception>
    public static QualifiedGtin OfLot(Gtin gtin, string lot) =>
        new(Gtin.Parse(gtin.Value), LotAi, Gs1Key.Require(lot, LotAi, "lot number"));

    /// <summary>Reads it from the identifier of a thing; false when that identifier is of another kind. A serial number counts before a lot.</summary>
    public static bool TryRead(ThingId id, out QualifiedGtin key)
    {
        key = default;
        if (id.ToDigitalLink() is not { Key.Ai: Gtin.Ai } link) return false;
        if (link.ValueOf(SerialAi) is { } serial) key = OfSerial(Gtin.Parse(link.Key.Value), serial);
        else if (link.ValueOf(LotAi) is { } lot) key = OfLot(Gtin.Parse(link.Key.Value), lot);
        return key._ai is not null;
    }

    /// <summary>The identifier of the thing as a GS1 Digital Link.</summary>
    public ThingId ToThingId() =>
        DigitalLink.Build(new AiValue(Gtin.Ai, Gtin.Value), new AiValue(_ai ?? "", _value ?? "")).ToThingId();

    /// <summary>Element string with the application identifiers in brackets.</summary>
    public override string ToString() => _ai is null ? "" : $"(01){Gtin}({_ai}){_value}";
}
