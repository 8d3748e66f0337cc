using Voltloop.Record.Things;

namespace Voltloop.Web.Formatting;

/// <summary>Kinds of things in words.</summary>
public static class Kinds
{
    /// <summary>For example <c>Batteries</c>.</summary>
    public static string Plural(ThingKind kind) => kind switch
    {
        ThingKind.Battery => "Batteries",
        _ => ValueText.Of(kind) + "s",
    };
}
