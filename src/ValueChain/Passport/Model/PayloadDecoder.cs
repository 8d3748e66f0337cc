using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Record.Importing;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.Model;

/// <summary>Reads a payload through a dialect. Nothing of the payload is lost: what no term takes stays as residue.</summary>
internal sealed class PayloadDecoder
{
    private readonly Dialect _dialect;
    private readonly IVocabulary _vocabulary;
    private readonly List<PayloadFact> _facts = [];
    private readonly List<string> _unmapped = [];
    private readonly List<Finding> _findings = [];

    private PayloadDecoder(Dialect dialect, IVocabulary vocabulary)
    {
        _dialect = dialect;
        _vocabulary = vocabulary;
    }

    /// <summary>Reads a payload whose root is an object.</summary>
    public static PayloadReading Decode(Dialect dialect, IVocabulary vocabulary, JsonElement payload)
    {
        var decoder = new PayloadDecoder(dialect, vocabulary);
        decoder.Walk(dialect.Root, payload, "");
        decoder._findings.AddRange(dialect.Checks.SelectMany(check => check.Run(payload)));
        var values = decoder._facts.ToDictionary(
            fact => fact.Term.Id, fact => new DatedValue(fact.Value, fact.ValidFrom), StringComparer.Ordinal);
        var residue = PayloadResidue.Of(dialect, payload, PayloadEncoder.Encode(dialect, values));
        return new PayloadReading(decoder._facts, decoder._unmapped, decoder._findings, residue);
    }

    private void Walk(MappingNode node, JsonElement element, string pointer)
    {
        if (!node.IsBranch && node.Row is { } row) Take(row, element, pointer);
        else if (node.Key is not null && element.ValueKind == JsonValueKind.Array) WalkList(node, element, pointer);
        else if (node.Key is null && element.ValueKind == JsonValueKind.Object) WalkObject(node, element, pointer);
        else _unmapped.Add(pointer);
    }

    private void WalkObject(MappingNode node, JsonElement element, string pointer)
    {
        var rest = new JsonObject();
        foreach (var member in element.EnumerateObject())
        {
            var at = JsonPointer.Join(pointer, member.Name);
            if (node.Children.TryGetValue(member.Name, out var child)) Walk(child, member.Value, at);
            else if (node.Row is null) _unmapped.Add(at);
            else rest[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        }

        if (rest.Count > 0) Take(node.Row!, JsonSerializer.SerializeToElement(rest), pointer);
    }

    private void WalkList(MappingNode node, JsonElement list, string pointer)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var index = 0;
        foreach (var element in list.EnumerateArray())
        {
            var at = JsonPointer.Join(pointer, (index++).ToString(CultureInfo.InvariantCulture));
            if (KeyOf(node, element) is { } key && seen.Add(key)) Walk(node.Keyed[key], element, at);
            else _unmapped.Add(at);
        }
    }

    private static string? KeyOf(MappingNode node, JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(node.Key!, out var key)
        && key.ValueKind == JsonValueKind.String && node.Keyed.ContainsKey(key.GetString()!) ? key.GetString() : null;

    private void Take(MappingRow row, JsonElement element, string pointer)
    {
        if (row.Form == MappingForm.Constant) return;
        var term = _vocabulary.Get(row.Term);
        if (ValueReader.Read(row, term, element, out var reason) is not { } value)
        {
            _unmapped.Add(pointer);
            _findings.Add(new Finding(FindingSeverity.Warning, "unexpected-shape", $"{term.Label}: {reason}; kept as it came.", pointer));
            return;
        }

        _facts.Add(new PayloadFact(term, value.Value, value.ValidFrom, pointer));
        if (row.Note is not null) _findings.Add(new Finding(FindingSeverity.Warning, "ambiguous-in-dialect", $"{term.Label}: {row.Note}.", pointer));
    }
}
