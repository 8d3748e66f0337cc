using System.Text;

namespace Voltloop.Web.Components;

/// <summary>Turns a text into an anchor: lower-case letters, digits and hyphens.</summary>
public static class Slug
{
    /// <summary>For example <c>State of health</c> becomes <c>state-of-health</c>.</summary>
    public static string Of(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }
}
