using System.Collections;
using System.Globalization;

namespace Voltloop.App.Settings;

/// <summary>Words for kinds and values of settings.</summary>
internal static class SettingValue
{
    private const string Hidden = "(set, not shown)";

    /// <summary>Kind of value in the words of people.</summary>
    public static string KindOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(bool) => "yes or no (true, false)",
            _ when type == typeof(Uri) => "address",
            _ when type == typeof(string) => "text",
            _ when type.IsEnum => "one of " + string.Join(", ", Enum.GetNames(type).Select(Camel)),
            _ when type == typeof(double) || type == typeof(float) => "number",
            _ when type.IsPrimitive => "whole number",
            _ => "list of texts",
        };
    }

    /// <summary>A value as it would be written; <c>null</c> for nothing.</summary>
    /// <param name="key">Name of the setting: secrets are not shown.</param>
    /// <param name="value">The value.</param>
    public static string? Write(string key, object? value) => value switch
    {
        null or "" => null,
        _ when key.EndsWith("Secret", StringComparison.OrdinalIgnoreCase) || key.EndsWith("Password", StringComparison.OrdinalIgnoreCase) => Hidden,
        bool yes => yes ? "true" : "false",
        // An address may carry a name and a password.
        Uri { UserInfo.Length: > 0 } uri => uri.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped),
        Enum word => Camel(word.ToString()),
        string text => text,
        IEnumerable many => string.Join(", ", many.Cast<object>().Select(one => Convert.ToString(one, CultureInfo.InvariantCulture))) is { Length: > 0 } list ? list : null,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
