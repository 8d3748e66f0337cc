using System.Text;
using Voltloop.Core.Problems;

namespace Voltloop.Core.Identities;

/// <summary>
/// A GS1 Digital Link: a web address that carries a GS1 key, its qualifiers and data attributes. The canonical form is
/// <c>https://id.gs1.org/{key}/{value}/{qualifiers in order}?{attributes sorted}</c>; two links of different domains
/// with the same key and qualifiers name the same thing.
/// </summary>
public sealed class DigitalLink
{
    /// <summary>Scheme and host of every canonical Digital Link.</summary>
    public const string CanonicalBase = "https://id.gs1.org";

    internal DigitalLink(string stem, IReadOnlyList<AiValue> path, IReadOnlyList<AiValue> query)
    {
        Stem = stem;
        Key = path[0];
        Qualifiers = [.. path.Skip(1)];
        Attributes = [.. query];
    }

    /// <summary>What stood in front of the key: scheme, host and perhaps more path, without a last slash.</summary>
    public string Stem { get; }

    /// <summary>The key: what kind of thing, and which.</summary>
    public AiValue Key { get; }

    /// <summary>What narrows the key, in the order of the standard: variant, lot, serial.</summary>
    public IReadOnlyList<AiValue> Qualifiers { get; }

    /// <summary>Facts that do not identify, in the order written.</summary>
    public IReadOnlyList<AiValue> Attributes { get; }

    /// <summary>How fine the key with its qualifiers is.</summary>
    public Granularity Granularity => DigitalLinkGranularity.Of(Key, Qualifiers);

    /// <summary>Canonical address without the data attributes: what the thing is called.</summary>
    public string Identity => CanonicalBase + Path;

    /// <summary>Canonical address with the data attributes sorted by AI.</summary>
    public string Canonical => Identity + Query;

    /// <summary>Element string as in a bar code: <c>^</c> stands for FNC1, which also ends values of no predefined length.</summary>
    public string AiData
    {
        get
        {
            var text = new StringBuilder("^");
            AiValue? before = null;
            foreach (var value in All)
            {
                if (before is { } b && !AiTable.HasPredefinedLength(b.Ai)) text.Append('^');
                text.Append(value.Ai).Append(value.Value);
                before = value;
            }

            return text.ToString();
        }
    }

    private IEnumerable<AiValue> All => [Key, .. Qualifiers, .. Attributes];

    private string Path => string.Concat(
        Qualifiers.Prepend(Key).Select(v => $"/{v.Ai}/{PercentCode.Encode(v.Value)}"));

    private string Query
    {
        get
        {
            var pairs = Attributes.OrderBy(v => v.Ai, StringComparer.Ordinal).Select(v => $"{v.Ai}={PercentCode.Encode(v.Value)}");
            return Attributes.Count == 0 ? "" : "?" + string.Join('&', pairs);
        }
    }

    /// <summary>Reads a Digital Link of any domain.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidIdentifier"/>, with the reason.</exception>
    public static DigitalLink Parse(string uri, DigitalLinkOptions? options = null) =>
        Read(uri, options, out var reason) ?? throw Invalid(uri, reason);

    /// <summary>Reads a Digital Link; false, with no exception, when the address is not one.</summary>
    public static bool TryParse(string? uri, out DigitalLink? link, DigitalLinkOptions? options = null)
    {
        link = Read(uri, options, out _);
        return link is not null;
    }

    /// <summary>Builds a link from a key, its qualifiers and data attributes, in any order.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidIdentifier"/>, with the reason.</exception>
    public static DigitalLink Build(AiValue key, params IEnumerable<AiValue> others)
    {
        var rest = others.ToList();
        if (AiTable.Find(key.Ai)?.Qualifiers is not { } sequences) throw Invalid(key.ToString(), $"AI {key.Ai} is not a GS1 key");

        var order = sequences.SelectMany(s => s).Distinct(StringComparer.Ordinal).ToList();
        var sequence = sequences.FirstOrDefault(s => rest.Exists(v => s.Contains(v.Ai, StringComparer.Ordinal))) ?? [];
        List<AiValue> path = [key, .. rest.Where(v => sequence.Contains(v.Ai, StringComparer.Ordinal)).OrderBy(v => order.IndexOf(v.Ai))];
        List<AiValue> query = [.. rest.Where(v => !sequence.Contains(v.Ai, StringComparer.Ordinal))];
        var reason = DigitalLinkRules.Reason(path, query, DigitalLinkOptions.Strict);
        return reason is null ? new DigitalLink(CanonicalBase, path, query) : throw Invalid(string.Concat([key, .. rest]), reason);
    }

    /// <summary>Value of the key, a qualifier or an attribute; null when the link does not carry the AI.</summary>
    public string? ValueOf(string ai) =>
        All.Where(v => string.Equals(v.Ai, ai, StringComparison.Ordinal)).Select(v => v.Value).FirstOrDefault();

    /// <summary>Address of the same thing under another domain, for a QR code that leads to one's own server.</summary>
    /// <param name="baseUri">http or https address without query and fragment, for example <c>https://bat.example.com/p</c>.</param>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidIdentifier"/> when the base is no such address.</exception>
    public string Under(string baseUri)
    {
        var link = baseUri.TrimEnd('/') + Path;
        if (baseUri.AsSpan().ContainsAny('?', '#') || !TryParse(link, out _))
            throw Invalid(baseUri, "a Digital Link cannot stand behind it; give an http or https address without query and fragment");
        return link;
    }

    /// <summary>Identifier of the thing: the canonical address without data attributes.</summary>
    public ThingId ToThingId() => ThingId.Of(this);

    /// <inheritdoc/>
    public override string ToString() => Canonical;

    internal static DigitalLink? Read(string? uri, DigitalLinkOptions? options, out string reason)
    {
        var reader = new DigitalLinkReader(options ?? DigitalLinkOptions.Strict);
        var link = reader.Read(uri ?? "");
        reason = reader.Reason;
        return link;
    }

    private static ProblemException Invalid(string text, string reason) =>
        new(CommonProblems.InvalidIdentifier, $"\"{text}\": {reason}.");
}
