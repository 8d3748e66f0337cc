using Voltloop.Web.Composition;

namespace Voltloop.Web.Shell;

/// <summary>What stands side by side in the main navigation: a link of its own, or a menu of links.</summary>
/// <param name="Menu">Title of the menu; <c>null</c> for a single link.</param>
/// <param name="Links">The links, at least one.</param>
internal sealed record NavigationEntry(string? Menu, IReadOnlyList<NavigationLink> Links);
