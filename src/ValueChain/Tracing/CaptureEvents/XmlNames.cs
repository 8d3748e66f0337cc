using System.Xml.Linq;

namespace Voltloop.Tracing.CaptureEvents;

/// <summary>Gives the namespaces of a document their prefixes in JSON-LD; a prefix that stands for two gets a number.</summary>
internal sealed class XmlNames
{
    private readonly Dictionary<string, string> _prefixes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Namespaces by prefix, in order of first use.</summary>
    public IReadOnlyDictionary<string, string> ByPrefix => _names;

    /// <summary>The key of an element or attribute.</summary>
    public string Key(XName name, XElement at)
    {
        if (name.NamespaceName.Length == 0) return name.LocalName;
        if (!_prefixes.TryGetValue(name.NamespaceName, out var prefix)) _prefixes[name.NamespaceName] = prefix = Take(name.NamespaceName, at.GetPrefixOfNamespace(name.Namespace));
        return $"{prefix}:{name.LocalName}";
    }

    private string Take(string name, string? wanted)
    {
        var prefix = string.IsNullOrEmpty(wanted) ? "ns" : wanted;
        for (var number = 2; _names.ContainsKey(prefix); number++) prefix = FormattableString.Invariant($"{wanted ?? "ns"}{number}");
        _names[prefix] = name;
        return prefix;
    }
}
