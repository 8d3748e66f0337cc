namespace Voltloop.Tests.Conformance.Tracing.Between;

/// <summary>Events of a small chain.</summary>
internal static class ChainEvents
{
    public const string Rock = "https://id.gs1.org/01/09521234500032/10/ROCK-1";
    public const string Lot = "https://id.gs1.org/01/09521234500032/10/ORE-17";

    public static string Made(string from, string to, string more = "") =>
        $$"""{"type":"TransformationEvent","eventTime":"2026-03-12T08:00:00Z","eventTimeZoneOffset":"+00:00"{{more}},"inputQuantityList":[{"epcClass":"{{from}}","quantity":900,"uom":"KGM"}],"outputQuantityList":[{"epcClass":"{{to}}","quantity":90,"uom":"KGM"}]}""";

    public static string Packed(string parent, string child, string action, int day) =>
        $$"""{"type":"AggregationEvent","eventTime":"2026-03-{{day}}T08:00:00Z","eventTimeZoneOffset":"+00:00","action":"{{action}}","parentID":"{{parent}}","childEPCs":["{{child}}"]}""";

    public static string Shipped(string what, string from, string to, int day) =>
        $$"""{"type":"ObjectEvent","eventTime":"2026-03-{{day}}T08:00:00Z","eventTimeZoneOffset":"+00:00","action":"OBSERVE","bizStep":"shipping","epcList":["{{what}}"],"sourceList":[{"type":"possessing_party","source":"{{from}}"}],"destinationList":[{"type":"possessing_party","destination":"{{to}}"}]}""";

    public static string Moved(string what, string from, string to) =>
        $$"""{"type":"ObjectEvent","eventTime":"2026-03-13T08:00:00Z","eventTimeZoneOffset":"+00:00","action":"OBSERVE","bizStep":"shipping","quantityList":[{"epcClass":"{{what}}","quantity":90,"uom":"KGM"}],"sourceList":[{"type":"possessing_party","source":"{{from}}"}],"destinationList":[{"type":"possessing_party","destination":"{{to}}"}]}""";
}
