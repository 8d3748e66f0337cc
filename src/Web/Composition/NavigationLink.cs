namespace Voltloop.Web.Composition;

/// <summary>A link of the main navigation.</summary>
/// <param name="Title">Text of the link.</param>
/// <param name="Path">Path it leads to.</param>
/// <param name="Order">Links are shown in ascending order.</param>
/// <param name="Menu">Title of the menu it stands in; <c>null</c> for a link that always shows.</param>
public sealed record NavigationLink(string Title, string Path, int Order, string? Menu = null);
