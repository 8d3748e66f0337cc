using System.Text.Json;

namespace Voltloop.Record.Proofs.Credentials;

/// <summary>
/// What the <c>@context</c> says about terms, as far as it can be known without loading anything: the base context by heart,
/// objects as they stand. Other addresses may define anything, so they make a term possible, never certain.
/// </summary>
internal sealed class ContextTerms
{
    public const string Base = "https://www.w3.org/ns/credentials/v2";

    private static readonly HashSet<string> BaseTypes = new(StringComparer.Ordinal)
    {
        "VerifiableCredential", "EnvelopedVerifiableCredential", "VerifiablePresentation", "EnvelopedVerifiablePresentation",
        "JsonSchema", "JsonSchemaCredential", "BitstringStatusListCredential", "BitstringStatusList", "BitstringStatusListEntry",
        "DataIntegrityProof",
    };

    private static readonly HashSet<string> BaseTerms = new(StringComparer.Ordinal)
    {
        "id", "type", "description", "name", "digestMultibase", "digestSRI", "mediaType", "_sd", "_sd_alg", "iss", "sub", "aud", "exp", "nbf", "iat",
    };

    private readonly Dictionary<string, string> _terms = new(StringComparer.Ordinal);
    private readonly HashSet<string> _protected = new(StringComparer.Ordinal);
    private readonly ModelFindings _findings;
    private bool _anyTerm;

    public ContextTerms(JsonElement document, ModelFindings findings)
    {
        _findings = findings;
        JsonElement[] contexts = [.. JsonRead.OneOrMany(document, "@context")];
        findings.Expect(
            contexts.Length > 0 && contexts[0].ValueKind == JsonValueKind.String && contexts[0].GetString() == Base,
            "/@context",
            $"The first context must be {Base}.");
        foreach (var context in contexts.Skip(1))
        {
            Add(context);
        }
    }

    /// <summary>Whether a type is an absolute URL, or a term that stands for one.</summary>
    public bool IsKnownType(string type) => BaseTypes.Contains(type) || PropertyRules.IsUrl(type)
        || (_terms.TryGetValue(type, out var meaning) ? PropertyRules.IsUrl(meaning) : _anyTerm);

    private void Add(JsonElement context)
    {
        if (context.ValueKind == JsonValueKind.Object)
        {
            AddTerms(context);
            return;
        }

        var isUrl = context.ValueKind == JsonValueKind.String && PropertyRules.IsUrl(context.GetString()!);
        _anyTerm |= _findings.Expect(isUrl, "/@context", "A context must be a URL or an object.");
    }

    private void AddTerms(JsonElement context)
    {
        var guards = JsonRead.Member(context, "@protected") is { ValueKind: JsonValueKind.True };
        foreach (var term in context.EnumerateObject())
        {
            Add(term.Name, term.Value, guards);
        }
    }

    private void Add(string term, JsonElement definition, bool guards)
    {
        if (term == "@vocab")
        {
            _anyTerm = definition.ValueKind == JsonValueKind.String;
        }
        else if (!term.StartsWith('@'))
        {
            var meaning = Meaning(definition);
            var isTaken = BaseTypes.Contains(term) || BaseTerms.Contains(term)
                || (_protected.Contains(term) && !string.Equals(_terms[term], meaning, StringComparison.Ordinal));
            _findings.Expect(!isTaken, "/@context", $"The protected term \"{term}\" must not be defined anew.");
            _terms[term] = meaning;
            _ = guards && _protected.Add(term);
        }
    }

    private static string Meaning(JsonElement definition) => definition.ValueKind switch
    {
        JsonValueKind.String => definition.GetString()!,
        JsonValueKind.Object => JsonRead.TextOf(definition, "@id") ?? "",
        _ => "",
    };
}
