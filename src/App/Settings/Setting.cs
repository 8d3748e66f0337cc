namespace Voltloop.App.Settings;

/// <summary>A setting: what it is called, what holds and why, and what it means.</summary>
/// <param name="Key">Name in <c>settings.json</c>, levels separated by colons; <c>N</c> stands for a number from 0, <c>NAME</c> for a name.</param>
/// <param name="Kind">Kind of value: yes or no, whole number, number, text, address, list of texts, or one of some words.</param>
/// <param name="Default">What holds when nobody sets it; <c>null</c> for nothing.</param>
/// <param name="Meaning">What it means, with its unit.</param>
public sealed record Setting(string Key, string Kind, string? Default, string Meaning)
{
    /// <summary>What holds; the same as the default when nobody set it. Secrets are not shown.</summary>
    public string? Value { get; init; }

    /// <summary>Who set it: <c>default</c>, <c>settings.json</c> or <c>environment</c>.</summary>
    public string From { get; init; } = "default";

    /// <summary>Name of the variable of the environment that sets it.</summary>
    public string Variable => Web.Composition.HouseSettings.Prefix + Key.Replace(":", "__", StringComparison.Ordinal).ToUpperInvariant();
}
