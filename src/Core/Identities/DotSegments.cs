namespace Voltloop.Core.Identities;

/// <summary>Resolves <c>.</c> and <c>..</c> in a path (RFC 3986, section 5.2.4).</summary>
internal static class DotSegments
{
    /// <summary>The path with a first slash and without dot segments.</summary>
    public static string Remove(string path)
    {
        var kept = new List<string>();
        var segments = path.TrimStart('/').Length == path.Length ? path.Split('/') : path[1..].Split('/');
        foreach (var segment in segments)
        {
            if (segment is ".." && kept.Count > 0) kept.RemoveAt(kept.Count - 1);
            else if (segment is not ("." or "..")) kept.Add(segment);
        }

        if (segments[^1] is "." or "..") kept.Add("");
        return "/" + string.Join('/', kept);
    }
}
