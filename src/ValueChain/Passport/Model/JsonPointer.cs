namespace Voltloop.Passport.Model;

/// <summary>JSON pointers (RFC 6901).</summary>
internal static class JsonPointer
{
    /// <summary>Pointer to a member or element of what another pointer leads to.</summary>
    public static string Join(string pointer, string name) =>
        pointer + "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>Names of a pointer from the root on.</summary>
    public static IReadOnlyList<string> Split(string pointer) =>
        pointer.Split('/').Skip(1)
            .Select(name => name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToList();
}
