using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;

namespace Voltloop.Tracing.Model.Query;

/// <summary>Reads the parameters of SimpleEventQuery (EPCIS 2.0, 8.2.7.1).</summary>
/// <param name="names">Prefixes that hold for fields of one's own in parameters.</param>
internal sealed class QueryReader(EventNamespaces names)
{
    /// <summary>Most parameters of a query.</summary>
    public const int MaxParameters = 100;

    /// <summary>A parameter of our own: a thing or class in any field.</summary>
    public const string AnyObject = "MATCH_anyObject";

    private readonly EventKeyReader _keys = new(names);
    private readonly List<EventPredicate> _rest = [];
    private readonly List<EventNames> _names = [];
    private EventQuery _query = new(new EventScan(), []);

    private EventScan Scan
    {
        get => _query.Scan;
        set => _query = _query with { Scan = value };
    }

    /// <summary>The query.</summary>
    /// <exception cref="ProblemException">A parameter is unknown or its value is not of its form.</exception>
    public EventQuery Read(IReadOnlyList<QueryParameter> parameters)
    {
        if (parameters.Count > MaxParameters) throw new ProblemException(CommonProblems.LimitExceeded, $"The query has {parameters.Count} parameters; at most {MaxParameters} are read.");
        foreach (var parameter in parameters) Take(parameter);
        return _query with { Scan = Scan with { Names = _names }, Rest = _rest };
    }

    private void Take(QueryParameter parameter)
    {
        if (parameter.Values.Count == 0) throw Bad(parameter, "It has no value.");
        if (TakeSetting(parameter) || TakeKey(parameter) || TakeMatch(parameter) || TakePair(parameter) || TakeDeclared(parameter)) return;
        var under = parameter.Name.IndexOf('_', StringComparison.Ordinal);
        if (under < 0 || ComparisonOf(parameter.Name[..under]) is not { } comparison) throw Bad(parameter, "There is no such parameter.");
        var field = parameter.Name[(under + 1)..];
        _rest.Add(SensorTests.Read(parameter.Name, field, comparison, parameter.Values) ?? Own(parameter, comparison, field));
    }

    private bool TakeSetting(QueryParameter p)
    {
        switch (p.Name)
        {
            case "orderBy": OrderBy(p); return true;
            case "orderDirection": Scan = Scan with { Descending = p.Value switch { "DESC" => true, "ASC" => false, _ => throw Bad(p, "It is ASC or DESC.") } }; return true;
            case "eventCountLimit": _query = _query with { CountLimit = Count(p) }; return true;
            case "maxEventCount": _query = _query with { MaxCount = Count(p) }; return true;
            case "perPage": _query = _query with { PerPage = Math.Min(Count(p), EventQuery.MaxPerPage) }; return true;
            case "nextPageToken": return true;
            default: return false;
        }
    }

    private void OrderBy(QueryParameter p)
    {
        if (p.Value == "recordTime") Scan = Scan with { ByRecord = true };
        else if (p.Value != "eventTime") _query = _query with { OrderBy = FieldOf(p.Value) };
    }

    private bool TakeKey(QueryParameter p)
    {
        switch (p.Name)
        {
            case "eventType": Scan = Scan with { Types = p.Values }; return true;
            case "GE_eventTime": Scan = Scan with { From = Moment(p) }; return true;
            case "LT_eventTime": Scan = Scan with { To = Moment(p) }; return true;
            case "GE_recordTime": Scan = Scan with { RecordedFrom = Moment(p) }; return true;
            case "LT_recordTime": Scan = Scan with { RecordedTo = Moment(p) }; return true;
            case "EQ_action": Scan = Scan with { Actions = [.. p.Values.Select(v => ActionOf(v, p))] }; return true;
            case "EQ_bizStep": Scan = Scan with { BizSteps = [.. p.Values.Select(_keys.BizStep)] }; return true;
            case "EQ_disposition": Scan = Scan with { Dispositions = [.. p.Values.Select(_keys.Disposition)] }; return true;
            case "EQ_readPoint": Scan = Scan with { ReadPoints = [.. p.Values.Select(_keys.Canonical)] }; return true;
            case "EQ_bizLocation": Scan = Scan with { BizLocations = [.. p.Values.Select(_keys.Canonical)] }; return true;
            case "WD_readPoint": Scan = Scan with { ReadPoints = [.. p.Values.SelectMany(Within)] }; return true;
            case "WD_bizLocation": Scan = Scan with { BizLocations = [.. p.Values.SelectMany(Within)] }; return true;
            case "EQ_eventID": _query = _query with { EventIds = p.Values }; return true;
            default: return false;
        }
    }

    private bool TakeMatch(QueryParameter p)
    {
        var roles = p.Name switch
        {
            "MATCH_epc" => EventRoles.Epc | EventRoles.Child,
            "MATCH_parentID" => EventRoles.Parent,
            "MATCH_inputEPC" => EventRoles.Input,
            "MATCH_outputEPC" => EventRoles.Output,
            "MATCH_anyEPC" => EventRoles.Things,
            "MATCH_epcClass" => EventRoles.Class | EventRoles.ChildClass,
            "MATCH_inputEPCClass" => EventRoles.InputClass,
            "MATCH_outputEPCClass" => EventRoles.OutputClass,
            "MATCH_anyEPCClass" => EventRoles.Classes,
            "EQ_transformationID" => EventRoles.Transformation,
            AnyObject => EventRoles.Objects,
            _ => EventRoles.None,
        };
        if (roles == EventRoles.None) return false;
        _names.Add(new EventNames([.. p.Values.SelectMany(value => EpcPatterns.Of(value, _keys.Canonical))], roles));
        return true;
    }

    // EQ_bizTransaction_po and the like: the index finds the value, the event tells whether its type fits.
    private bool TakePair(QueryParameter p)
    {
        var (list, member, role, words) = p.Name.Split('_', 3) switch
        {
            ["EQ", "bizTransaction", ..] => ("bizTransactionList", "bizTransaction", EventRoles.Transaction, WordSpelling.Transaction),
            ["EQ", "source", ..] => ("sourceList", "source", EventRoles.Source, WordSpelling.Party),
            ["EQ", "destination", ..] => ("destinationList", "destination", EventRoles.Destination, WordSpelling.Party),
            _ => ("", "", EventRoles.None, WordSpelling.Party),
        };
        if (role == EventRoles.None) return false;
        var wanted = p.Values.Select(_keys.Canonical).ToHashSet(StringComparer.Ordinal);
        _names.Add(new EventNames([.. wanted], role));
        var type = p.Name[("EQ_" + member).Length..].TrimStart('_');
        if (type.Length > 0) _rest.Add(PairTests.Typed((list, member), words.Bare(type), wanted));
        return true;
    }

    private bool TakeDeclared(QueryParameter p)
    {
        var test = p.Name switch
        {
            "EQ_persistentDisposition_set" => PairTests.Listed("persistentDisposition", "set", [.. p.Values.Select(WordSpelling.Disposition.Bare)]),
            "EQ_persistentDisposition_unset" => PairTests.Listed("persistentDisposition", "unset", [.. p.Values.Select(WordSpelling.Disposition.Bare)]),
            "EXISTS_errorDeclaration" => PairTests.IsDeclared(Truth(p)),
            "GE_errorDeclarationTime" => PairTests.Declared("declarationTime", new ValueTest(Comparison.GreaterOrEqual, p.Values, p.Name)),
            "LT_errorDeclarationTime" => PairTests.Declared("declarationTime", new ValueTest(Comparison.Less, p.Values, p.Name)),
            "EQ_errorReason" => PairTests.Declared("reason", new ValueTest(Comparison.Equal, [.. p.Values.Select(WordSpelling.Reason.Bare)], p.Name)),
            "EQ_correctiveEventID" => PairTests.Declared("correctiveEventIDs", new ValueTest(Comparison.Equal, p.Values, p.Name)),
            "EQ_quantity" or "GT_quantity" or "GE_quantity" or "LT_quantity" or "LE_quantity" => PairTests.Quantity(new ValueTest(ComparisonOf(p.Name[..2])!.Value, p.Values, p.Name)),
            _ => null,
        };
        if (test is not null) _rest.Add(test);
        return test is not null;
    }

    private EventPredicate Own(QueryParameter p, Comparison comparison, string field)
    {
        if (p.Name.StartsWith("HASATTR_", StringComparison.Ordinal) || p.Name.StartsWith("EQATTR_", StringComparison.Ordinal)) return AttributeTests.Read(p, field, FieldOf(field).Field);
        var path = FieldOf(field);
        if (!path.Field.Contains(':', StringComparison.Ordinal) && !path.Field.StartsWith('{')) throw Bad(p, "There is no such parameter; fields of one's own have a prefix or a full address.");
        if (comparison == Comparison.Exists && !Truth(p)) return (captured, own) => !path.Values(captured, own).Any();
        var test = new ValueTest(comparison, p.Values, p.Name);
        return (captured, own) => path.Values(captured, own).Any(value => test.Holds(value, own));
    }

    private FieldPath FieldOf(string field)
    {
        var inner = field.StartsWith("INNER_", StringComparison.Ordinal);
        var rest = inner ? field["INNER_".Length..] : field;
        foreach (var (start, part) in Parts)
        {
            if (rest.StartsWith(start, StringComparison.Ordinal)) return new FieldPath(part, names.Expand(rest[start.Length..]), inner);
        }

        return new FieldPath("", names.Expand(rest), inner);
    }

    private static readonly (string Start, string Part)[] Parts =
    [
        ("ILMD_", "ilmd"), ("ERROR_DECLARATION_", "errorDeclaration"), ("SENSORELEMENT_", "sensorElementList"),
        ("SENSORMETADATA_", "sensorElementList.sensorMetadata"), ("SENSORREPORT_", "sensorElementList.sensorReport"),
        ("readPoint_", "readPoint"), ("bizLocation_", "bizLocation"),
    ];

    // Without master data of sites, what lies within a location is what its own GLN names with an extension.
    private IEnumerable<string> Within(string place)
    {
        var canonical = _keys.Canonical(place);
        return canonical.Contains("/254/", StringComparison.Ordinal) ? [canonical] : [canonical, canonical + "/254/*"];
    }

    private static Comparison? ComparisonOf(string text) => text switch
    {
        "EQ" or "EQATTR" => Comparison.Equal,
        "GT" => Comparison.Greater,
        "GE" => Comparison.GreaterOrEqual,
        "LT" => Comparison.Less,
        "LE" => Comparison.LessOrEqual,
        "EXISTS" or "HASATTR" => Comparison.Exists,
        _ => null,
    };

    private static EventAction ActionOf(string text, QueryParameter p) => text switch
    {
        "ADD" => EventAction.Add,
        "OBSERVE" => EventAction.Observe,
        "DELETE" => EventAction.Delete,
        _ => throw Bad(p, $"\"{text}\" is not ADD, OBSERVE or DELETE."),
    };

    private static DateTimeOffset Moment(QueryParameter p) =>
        EventTime.TryParse(p.Value, out var time) ? time.Moment : throw Bad(p, $"\"{p.Value}\" is not a moment with an offset, like 2027-02-18T12:00:00Z.");

    private static bool Truth(QueryParameter p) => p.Value is "true" or "false" ? p.Value == "true" : throw Bad(p, "It is true or false.");

    private static int Count(QueryParameter p) =>
        int.TryParse(p.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : throw Bad(p, $"\"{p.Value}\" is not a whole number above 0.");

    private static ProblemException Bad(QueryParameter p, string detail) => new(QueryProblems.BadParameter, detail, p.Name);
}
