using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Problems;
using Voltloop.Passport.Model;
using Voltloop.Passport.Model.En18223;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>
/// Reads passports and merge patches in any dialect: header names in any case and spelling that the open implementations
/// use, with or without an envelope, elements at the top, in sections or as an element tree.
/// </summary>
internal sealed class DppInputReader(IVocabulary vocabulary)
{
    private static readonly Dictionary<string, string> HeaderTerms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dppStatus"] = DppTerms.Status,
        ["dppSchemaVersion"] = DppTerms.SchemaVersion,
        ["economicOperatorId"] = DppTerms.Operator,
        ["facilityId"] = DppTerms.Facility,
        ["contentSpecificationIds"] = DppTerms.ContentSpecifications,
    };

    private readonly ILookup<string, Term> _sections = vocabulary.Terms.ToLookup(term => SectionNames.Of(term.Group), StringComparer.Ordinal);

    /// <summary>What the body says.</summary>
    /// <exception cref="ProblemException">It is no object, or names what the vocabulary does not know, with a pointer.</exception>
    public DppInput Read(JsonNode? body, bool merges = false)
    {
        if (body is not JsonObject document) throw new ProblemException(CommonProblems.MalformedInput, "The body is not a JSON object.");
        if (document["payload"] is JsonObject payload) document = payload;
        var input = new DppInput();
        foreach (var (name, value) in document) Take(input, (name, value), JsonPointer.Join("", name));
        CheckTwice(input.Facts);
        for (var i = 0; merges && i < input.Facts.Count; i++) input.Facts[i] = input.Facts[i] with { Merges = true };
        return input;
    }

    private void Take(DppInput input, (string Name, JsonNode? Value) member, string at)
    {
        switch (member.Name.ToLowerInvariant())
        {
            case "digitalproductpassportid" or "dppid":
                input.DppId = Text(member.Value, at);
                break;
            case "uniqueproductidentifier" or "uniqueproductid" or "productid":
                input.ProductId = Text(member.Value, at);
                break;
            case "granularity":
                input.Granularity = Text(member.Value, at).ToLowerInvariant();
                break;
            case "elements" or "dataelements" or "dataelementcollections":
                TakeTree(input, member.Value, at);
                break;
            // The record keeps its own time and links; what begins with @ is JSON-LD.
            case "lastupdate" or "lastupdated" or "modeldppid" or "batchdppid" or ['@', ..]:
                break;
            default:
                TakeFact(input, member, at);
                break;
        }
    }

    private void TakeTree(DppInput input, JsonNode? tree, string at)
    {
        if (tree is not JsonArray elements) throw new ProblemException(CommonProblems.InvalidValue, "The element tree is a list.", at);
        foreach (var (id, value) in Located(at, () => ElementCompressor.CompressAll(elements))) TakeFact(input, (id, value), JsonPointer.Join(at, id));
    }

    private void TakeFact(DppInput input, (string Name, JsonNode? Value) member, string at)
    {
        if (HeaderTerms.TryGetValue(member.Name, out var id)) input.Facts.Add(HeaderFact(vocabulary.Get(id), member.Value, at));
        else if (vocabulary.Find(member.Name) is { } term) input.Facts.Add(DppTerms.InHeader(term) ? HeaderFact(term, member.Value, at) : new DppFact(term, member.Value, at));
        else if (member.Value is null && _sections.Contains(member.Name)) input.Facts.AddRange(Ends(member.Name, at));
        else if (member.Value is JsonObject section) TakeSection(input, section, at);
        else throw Unknown(member.Name, at);
    }

    private IEnumerable<DppFact> Ends(string section, string at) =>
        _sections[section].Where(term => !DppTerms.InHeader(term)).Select(term => new DppFact(term, null, at));

    private void TakeSection(DppInput input, JsonObject section, string at)
    {
        foreach (var (name, value) in section)
        {
            var term = vocabulary.Find(name) ?? throw Unknown(name, JsonPointer.Join(at, name));
            input.Facts.Add(new DppFact(term, value, JsonPointer.Join(at, name)));
        }
    }

    private static DppFact HeaderFact(Term term, JsonNode? value, string at) =>
        term.Id == DppTerms.Status && value is not null ? new DppFact(term, Status(value, at), at) : new DppFact(term, value, at);

    private static JsonValue Status(JsonNode value, string at)
    {
        var status = Text(value, at).ToLowerInvariant();
        return DppTerms.Settable.Contains(status, StringComparer.Ordinal) ? JsonValue.Create(status) : throw new ProblemException(
            CommonProblems.InvalidValue, $"A passport cannot be set to \"{status}\".", at, $"Use one of {string.Join(", ", DppTerms.Settable)}; DELETE ends a passport.");
    }

    private static void CheckTwice(List<DppFact> facts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (facts.Find(fact => !seen.Add(fact.Term.Id)) is { } twice)
            throw new ProblemException(CommonProblems.InvalidValue, $"{twice.Term.Id} is stated twice.", twice.Location);
    }

    private static string Text(JsonNode? value, string at) => value?.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: > 0 } text
        ? text : throw new ProblemException(CommonProblems.InvalidValue, "This must be a text and cannot be taken away.", at);

    private static ProblemException Unknown(string name, string at) => new(
        CommonProblems.UnknownTerm, $"\"{name}\" is neither a section nor a term of the vocabulary.", at, "GET /v1/dictionary lists the terms.");

    private static T Located<T>(string at, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ProblemException fault)
        {
            throw new ProblemException(fault.Problem with { Location = at + fault.Problem.Location }, fault);
        }
    }
}
