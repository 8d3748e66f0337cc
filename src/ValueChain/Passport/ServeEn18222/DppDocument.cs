using System.Globalization;
using System.Text.Json.Nodes;
using Voltloop.Core.Identities;
using Voltloop.Passport.Model;
using Voltloop.Passport.Model.En18223;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>Writes a passport as one document of EN 18223 in a profile.</summary>
internal static class DppDocument
{
    /// <summary>Representation <c>compressed</c>: header and one object per section.</summary>
    public static JsonObject Compressed(DppState state, En18222Profile profile)
    {
        var document = Header(state.Header, profile);
        foreach (var section in Sections(state)) document[section.Key] = Members(section);
        return document;
    }

    /// <summary>Representation <c>full</c>: header and element tree.</summary>
    /// <param name="dictionary">Base of the definitions of terms.</param>
    public static JsonObject Full(DppState state, En18222Profile profile, string dictionary)
    {
        var expander = new ElementExpander(profile.Children);
        var document = Header(state.Header, profile);
        document["elements"] = new JsonArray([.. Sections(state).Select(section => ElementExpander.Collection(
            section.Key, section.Select(entry => expander.Expand(entry.Term.Id, Value(entry), dictionary + entry.Term.Id, DppTerms.TypeOf(entry.Term)))))]);
        return document;
    }

    /// <summary>The value of an entry.</summary>
    public static JsonNode? Value(PassportEntry entry) => JsonNode.Parse(entry.Recorded.Statement.Value.Json);

    private static IEnumerable<IGrouping<string, PassportEntry>> Sections(DppState state) =>
        state.Elements.GroupBy(entry => SectionNames.Of(entry.Term.Group), StringComparer.Ordinal);

    private static JsonObject Members(IEnumerable<PassportEntry> entries) =>
        new(entries.Select(entry => KeyValuePair.Create(entry.Term.Id, Value(entry))));

    private static JsonObject Header(DppHeader header, En18222Profile profile)
    {
        var document = new JsonObject
        {
            ["digitalProductPassportId"] = header.DppId,
            ["uniqueProductIdentifier"] = header.ProductId,
            ["granularity"] = Cased(Name(header.Granularity), profile),
            ["dppSchemaVersion"] = header.SchemaVersion,
            ["dppStatus"] = Cased(header.Status, profile),
        };
        if (header.LastUpdate is { } moment) document[profile.Timestamp] = Moment(moment);
        if (header.OperatorId is { } who) document["economicOperatorId"] = who;
        if (header.FacilityId is { } where) document["facilityId"] = where;
        if (header.ModelId is { } model) document["modelDppId"] = model;
        if (header.BatchId is { } batch) document["batchDppId"] = batch;
        if (header.ContentSpecificationIds.Count > 0)
            document["contentSpecificationIds"] = new JsonArray([.. header.ContentSpecificationIds.Select(id => JsonValue.Create(id))]);
        return document;
    }

    /// <summary>A moment with the microseconds that the record keeps, so that it can be asked for again.</summary>
    public static string Moment(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);

    private static string Name(Granularity granularity) => granularity switch
    {
        Granularity.Model => "model",
        Granularity.Batch => "batch",
        _ => "item",
    };

    private static string Cased(string word, En18222Profile profile) =>
        profile.LowerEnums || word.Length == 0 ? word : char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];
}
