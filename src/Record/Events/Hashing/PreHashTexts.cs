using System.Text.Json;

namespace Voltloop.Record.Events.Hashing;

/// <summary>Canonical spelling of single values, as hashes and queries share it.</summary>
public static class PreHashTexts
{
    /// <summary>The text of a JSON scalar; empty for objects, lists and null.</summary>
    public static string Text(JsonElement value) => PreHashValue.Text(value);

    /// <summary>Identifiers as Digital Links, numbers without needless zeros, compact URIs written out.</summary>
    public static string Canonical(string text, EventNamespaces names) => PreHashValue.Canonical(text.Trim(), names);
}
