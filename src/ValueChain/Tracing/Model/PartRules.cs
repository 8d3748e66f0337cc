using System.Collections.Frozen;

namespace Voltloop.Tracing.Model;

/// <summary>The objects that stand within events.</summary>
internal static class PartRules
{
    private static readonly FieldRule Uri = static (c, v) => c.Uri(v);
    private static readonly FieldRule Time = static (c, v) => c.Time(v);
    private static readonly FieldRule Number = static (c, v) => c.Number(v);
    private static readonly FieldRule Text = static (c, v) => c.Text(v);
    private static readonly FieldRule Dispositions = static (c, v) => c.Words(v, WordSpelling.Disposition);

    /// <summary>A place: its identifier, and whatever else.</summary>
    public static readonly PartRule Place = new(Of(("id", Uri)), "id") { Allows = Further.Anything };

    /// <summary>An amount of a class.</summary>
    public static readonly PartRule Quantity = new(Of(("epcClass", Uri), ("quantity", Number), ("uom", static (c, v) => c.Unit(v))), "epcClass") { Allows = Further.Nothing };

    /// <summary>A business transaction.</summary>
    public static readonly PartRule Transaction = new(Of(("type", static (c, v) => c.Word(v, WordSpelling.Transaction)), ("bizTransaction", Uri)), "bizTransaction") { Allows = Further.Nothing };

    /// <summary>Where things come from.</summary>
    public static readonly PartRule Source = Party("source");

    /// <summary>Where things go.</summary>
    public static readonly PartRule Destination = Party("destination");

    /// <summary>Master data of instances and lots.</summary>
    public static readonly PartRule Ilmd = new(Of());

    /// <summary>Dispositions that stay until they are taken back.</summary>
    public static readonly PartRule Persistent = new(Of(("set", Dispositions), ("unset", Dispositions))) { Allows = Further.Nothing, OneOf = ["set", "unset"] };

    /// <summary>Says that an event was wrong.</summary>
    public static readonly PartRule ErrorDeclaration = new(
        Of(("declarationTime", Time), ("reason", static (c, v) => c.Word(v, WordSpelling.Reason)), ("correctiveEventIDs", static (c, v) => c.Uris(v, distinct: false))), "declarationTime");

    private static readonly PartRule Metadata = new(Of(
        ("time", Time), ("startTime", Time), ("endTime", Time), ("deviceID", Uri), ("deviceMetadata", Uri), ("rawData", Uri), ("dataProcessingMethod", Uri), ("bizRules", Uri)));

    private static readonly PartRule Report = new(
        Of(
            ("type", static (c, v) => c.WebWord(v, WordSpelling.Measurement)), ("exception", static (c, v) => c.WebWord(v, WordSpelling.Alert)), ("deviceID", Uri), ("deviceMetadata", Uri),
            ("rawData", Uri), ("dataProcessingMethod", Uri), ("bizRules", Uri), ("time", Time), ("microorganism", Uri), ("chemicalSubstance", Uri),
            ("coordinateReferenceSystem", Uri), ("value", Number), ("component", static (c, v) => c.Word(v, WordSpelling.Component)), ("stringValue", Text),
            ("booleanValue", static (c, v) => c.Truth(v)), ("hexBinaryValue", static (c, v) => c.Hex(v)), ("uriValue", Uri), ("minValue", Number), ("maxValue", Number),
            ("meanValue", Number), ("sDev", Number), ("percRank", Number), ("percValue", Number), ("uom", Text)),
        "type");

    /// <summary>What sensors measured.</summary>
    public static readonly PartRule Sensor = new(
        Of(("sensorMetadata", static (c, v) => c.Object(v, Metadata)), ("sensorReport", static (c, v) => c.Some(v, Report))), "sensorReport");

    private static PartRule Party(string name) => new(Of(("type", static (c, v) => c.Word(v, WordSpelling.Party)), (name, Uri)), "type", name) { Allows = Further.Nothing };

    private static FrozenDictionary<string, FieldRule> Of(params (string Name, FieldRule Rule)[] fields) =>
        fields.ToFrozenDictionary(f => f.Name, f => f.Rule, StringComparer.Ordinal);
}
