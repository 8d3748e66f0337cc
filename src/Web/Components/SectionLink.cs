namespace Voltloop.Web.Components;

/// <summary>An entry of a <see cref="SectionNav"/>.</summary>
/// <param name="Title">Text.</param>
/// <param name="Href">Where it leads: a path, or an anchor of the page.</param>
/// <param name="Current">True when it is the one shown.</param>
public sealed record SectionLink(string Title, string Href, bool Current = false);
