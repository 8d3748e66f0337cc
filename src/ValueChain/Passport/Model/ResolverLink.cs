namespace Voltloop.Passport.Model;

/// <summary>A link from a thing to something about it.</summary>
/// <param name="Type">Link type of the GS1 Web Vocabulary without its namespace, for example <c>pip</c>.</param>
/// <param name="Href">Absolute address.</param>
/// <param name="Title">Name for people.</param>
/// <param name="MediaType">Media type of what stands there.</param>
/// <param name="Language">BCP 47 tag; <c>null</c> when it has no language.</param>
internal sealed record ResolverLink(string Type, string Href, string Title, string MediaType, string? Language = null)
{
    /// <summary>Namespace of the GS1 Web Vocabulary.</summary>
    public const string Vocabulary = "https://ref.gs1.org/voc/";

    /// <summary>Link type of what a scanner gets when it asks for nothing.</summary>
    public const string Default = "defaultLink";

    private static readonly string[] Prefixes = ["gs1:", Vocabulary, "https://gs1.org/voc/", "http://gs1.org/voc/", "https://www.gs1.org/voc/"];

    /// <summary>The link type that a request names, without its namespace, in any of the namespace's spellings.</summary>
    public static string Name(string asked)
    {
        var prefix = Array.Find(Prefixes, known => asked.StartsWith(known, StringComparison.Ordinal));
        return prefix is null ? asked : asked[prefix.Length..];
    }
}
