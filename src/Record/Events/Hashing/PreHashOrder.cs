namespace Voltloop.Record.Events.Hashing;

/// <summary>The canonical order of the fields of an event (CBV 2.0, 8.9.2), of all event types at once.</summary>
internal static class PreHashOrder
{
    private const string Cbv = "https://ref.gs1.org/cbv/";
    private const string Gs1 = "https://gs1.org/voc/";

    private static readonly PreHashField[] Quantity = [new("epcClass"), new("quantity"), new("uom")];

    private static readonly PreHashField[] Metadata =
    [
        new("time", PreHashKind.Time), new("startTime", PreHashKind.Time), new("endTime", PreHashKind.Time),
        new("deviceID"), new("deviceMetadata"), new("rawData"), new("dataProcessingMethod"), new("bizRules"),
    ];

    private static readonly PreHashField[] Report =
    [
        new("type") { Words = Gs1 }, new("exception") { Words = Gs1 }, new("deviceID"), new("deviceMetadata"), new("rawData"),
        new("dataProcessingMethod"), new("time", PreHashKind.Time), new("microorganism"), new("chemicalSubstance"), new("value"),
        new("component") { Words = Cbv + "Comp-" }, new("stringValue"), new("booleanValue"), new("hexBinaryValue"), new("uriValue"),
        new("minValue"), new("maxValue"), new("meanValue"), new("sDev"), new("percRank"), new("percValue"), new("uom"), new("coordinateReferenceSystem"),
    ];

    /// <summary>Fields of an event.</summary>
    public static readonly PreHashField[] Event =
    [
        new("eventTime", PreHashKind.Time), new("eventTimeZoneOffset"), new("certificationInfo"),
        Epcs("epcList"), new("parentID"), Epcs("inputEPCList"), Epcs("childEPCs"),
        Quantities("quantityList"), Quantities("childQuantityList"), Quantities("inputQuantityList"), Epcs("outputEPCList"), Quantities("outputQuantityList"),
        new("action"), new("transformationID"),
        new("bizStep") { Words = Cbv + "BizStep-" }, new("disposition") { Words = Cbv + "Disp-" },
        new("persistentDisposition", PreHashKind.Object) { Fields = [new("set") { Words = Cbv + "Disp-" }, new("unset") { Words = Cbv + "Disp-" }] },
        Place("readPoint"), Place("bizLocation"),
        new("sensorElementList", PreHashKind.Objects)
        {
            Item = "sensorElement",
            Fields =
            [
                new("sensorMetadata", PreHashKind.Object) { Fields = Metadata },
                new("sensorReport", PreHashKind.Objects) { Fields = Report },
            ],
        },
    ];

    /// <summary>
    /// Lists whose elements carry a type. The standard's table puts them before the sensors, its reference generator and all
    /// published hashes among the extensions; the hashes decide.
    /// </summary>
    public static readonly PreHashField[] Typed =
    [
        Pairs("bizTransactionList", "bizTransaction", "BTT-"), Pairs("sourceList", "source", "SDT-"), Pairs("destinationList", "destination", "SDT-"),
    ];

    private static PreHashField Epcs(string name) => new(name, PreHashKind.Identifiers) { Item = "epc" };

    private static PreHashField Quantities(string name) => new(name, PreHashKind.Objects) { Item = "quantityElement", Fields = Quantity };

    private static PreHashField Place(string name) => new(name, PreHashKind.Object) { Fields = [new("id")] };

    private static PreHashField Pairs(string name, string value, string words) =>
        new(name, PreHashKind.Objects) { Fields = [new("type") { Words = Cbv + words }, new(value)] };
}
