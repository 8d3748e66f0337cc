using Voltloop.Core.Problems;

namespace Voltloop.Core.Identities;

/// <summary>GTIN with a lot: the items of a model that were made together. The default value is empty and names nothing.</summary>
public readonly record struct Lgtin
{
    private readonly string? _lot;

    private Lgtin(Gtin gtin, string lot)
    {
        Gtin = gtin;
        _lot = lot;
    }

    /// <summary>The model.</summary>
    public Gtin Gtin { get; }

    /// <summary>The lot number: 1 to 20 characters of GS1 character set 82.</summary>
    public string Lot => _lot ?? "";

    /// <summary>Joins a model and a lot number.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidIdentifier"/>, when the lot number breaks the rules or the GTIN is empty.</exception>
    public static Lgtin Of(Gtin gtin, string lot) =>
        new(Gtin.Parse(gtin.Value), Gs1Key.Require(lot, "10", "lot number"));

    /// <summary>Reads it from the identifier of a thing; false when that identifier is of another kind.</summary>
    public static bool TryRead(ThingId id, out Lgtin key)
    {
        var link = id.ToDigitalLink();
        var lot = link?.Key.Ai is Gtin.Ai ? link.ValueOf("10") : null;
        key = lot is null ? default : Of(Gtin.Parse(link!.Key.Value), lot);
        return lot is not null;
    }

    /// <summary>The identifier of the thing as a GS1 Digital Link.</summary>
    public ThingId ToThingId() =>
        DigitalLink.Build(new AiValue(Gtin.Ai, Gtin.Value), new AiValue("10", Lot)).ToThingId();

    /// <summary>Element string with the application identifiers in brackets.</summary>
    public override string ToString() => _lot is null ? "" : $"(01){Gtin}(10){Lot}";
}
