using System.Collections.Frozen;
using System.Text.Json;

namespace Voltloop.Tracing.Model;

/// <summary>Which fields each event type has, and the rule of each.</summary>
internal static class EventFields
{
    private static readonly Dictionary<string, FieldRule> Common = new(StringComparer.Ordinal)
    {
        ["@context"] = static (_, _) => { },
        ["type"] = static (_, _) => { },
        ["eventTime"] = static (c, v) => c.Time(v),
        ["recordTime"] = static (c, v) => c.Time(v),
        ["eventTimeZoneOffset"] = static (c, v) => c.Offset(v),
        ["eventID"] = static (c, v) => c.Uri(v),
        ["certificationInfo"] = static (c, v) => c.UriOrList(v),
        ["errorDeclaration"] = static (c, v) => c.Object(v, PartRules.ErrorDeclaration),
    };

    private static readonly Dictionary<string, FieldRule> Business = new(StringComparer.Ordinal)
    {
        ["bizStep"] = static (c, v) => c.Word(v, WordSpelling.BizStep),
        ["disposition"] = static (c, v) => c.Word(v, WordSpelling.Disposition),
        ["readPoint"] = static (c, v) => c.Object(v, PartRules.Place),
        ["bizLocation"] = static (c, v) => c.Object(v, PartRules.Place),
        ["bizTransactionList"] = static (c, v) => c.Each(v, PartRules.Transaction),
        ["sourceList"] = static (c, v) => c.Each(v, PartRules.Source),
        ["destinationList"] = static (c, v) => c.Each(v, PartRules.Destination),
        ["sensorElementList"] = static (c, v) => c.Each(v, PartRules.Sensor),
    };

    private static readonly Dictionary<string, FrozenDictionary<string, FieldRule>> ByType = new(StringComparer.Ordinal)
    {
        ["ObjectEvent"] = Fields(Action, Things("epcList"), Amounts("quantityList"), Ilmd, Persistent),
        ["AggregationEvent"] = Fields(Action, Parent, Listed("childEPCs"), Amounts("childQuantityList")),
        ["AssociationEvent"] = Fields(Action, Parent, Listed("childEPCs"), Amounts("childQuantityList")),
        ["TransactionEvent"] = Fields(Action, Parent, Listed("epcList"), Amounts("quantityList")),
        ["TransformationEvent"] = Fields(
            Things("inputEPCList"), Amounts("inputQuantityList"), Things("outputEPCList"), Amounts("outputQuantityList"), Transformation, Ilmd, Persistent),
    };

    private static readonly FrozenDictionary<string, FieldRule> Extended = Common.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Fields of a type; those of every event for a type of one's own.</summary>
    public static FrozenDictionary<string, FieldRule> Of(string type) => ByType.GetValueOrDefault(type, Extended);

    private static (string, FieldRule) Action => ("action", static (c, v) => c.Action(v));

    private static (string, FieldRule) Parent => ("parentID", static (c, v) => c.Uri(v));

    private static (string, FieldRule) Transformation => ("transformationID", static (c, v) => c.Uri(v));

    private static (string, FieldRule) Ilmd => ("ilmd", static (c, v) => c.Object(v, PartRules.Ilmd));

    private static (string, FieldRule) Persistent => ("persistentDisposition", static (c, v) => c.Object(v, PartRules.Persistent));

    private static (string, FieldRule) Things(string name) => (name, static (c, v) => c.Uris(v, distinct: true));

    private static (string, FieldRule) Listed(string name) => (name, static (c, v) => c.Uris(v, distinct: false));

    private static (string, FieldRule) Amounts(string name) => (name, static (c, v) => c.Each(v, PartRules.Quantity));

    private static FrozenDictionary<string, FieldRule> Fields(params (string Name, FieldRule Rule)[] own) =>
        Common.Concat(Business).Concat(own.Select(f => KeyValuePair.Create(f.Name, f.Rule))).ToFrozenDictionary(StringComparer.Ordinal);
}
