using Voltloop.Core.Problems;

namespace Voltloop.Core.Identities;

/// <summary>Serialised GTIN: one item of a model. The default value is empty and names nothing.</summary>
public readonly record struct Sgtin
{
    private readonly string? _serial;

    private Sgtin(Gtin gtin, string serial)
    {
        Gtin = gtin;
        _serial = serial;
    }

    /// <summary>The model.</summary>
    public Gtin Gtin { get; }

    /// <summary>The serial number: 1 to 20 characters of GS1 character set 82.</summary>
    public string Serial => _serial ?? "";

    /// <summary>Joins a model and a serial number.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidIdentifier"/>, when the serial number breaks the rules or the GTIN is empty.</exception>
    public static Sgtin Of(Gtin gtin, string serial) =>
        new(Gtin.Parse(gtin.Value), Gs1Key.Require(serial, "21", "serial number"));

    /// <summary>Reads it from the identifier of a thing; false when that identifier is of another kind.</summary>
    public static bool TryRead(ThingId id, out Sgtin key)
    {
        var link = id.ToDigitalLink();
        var serial = link?.Key.Ai is Gtin.Ai ? link.ValueOf("21") : null;
        key = serial is null ? default : Of(Gtin.Parse(link!.Key.Value), serial);
        return serial is not null;
    }

    /// <summary>The identifier of the thing as a GS1 Digital Link.</summary>
    public ThingId ToThingId() =>
        DigitalLink.Build(new AiValue(Gtin.Ai, Gtin.Value), new AiValue("21", Serial)).ToThingId();

    /// <summary>Element string with the application identifiers in brackets.</summary>
    public override string ToString() => _serial is null ? "" : $"(01){Gtin}(21){Serial}";
}
