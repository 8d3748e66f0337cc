namespace Voltloop.Web.Composition;

/// <summary>A section of the settings: each public property of its type that can be set is a setting, and its comment says what it means.</summary>
/// <param name="Name">Where it stands, for example <c>Tracing:Capture</c>.</param>
/// <param name="Type">What it is read as; has a constructor without arguments, which gives the defaults.</param>
public sealed record SettingsSection(string Name, Type Type)
{
    /// <summary>The section of a type.</summary>
    public static SettingsSection Of<T>(string name)
        where T : new() => new(name, typeof(T));
}
