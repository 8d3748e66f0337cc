namespace Voltloop.Web.Formatting;

/// <summary>The query of an address from what is known; empty values are left out.</summary>
public static class LinkQuery
{
    /// <summary>Names and values joined and escaped, without the question mark.</summary>
    public static string Of(params IEnumerable<(string Name, string? Value)> parts) =>
        string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
}
