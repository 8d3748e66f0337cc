using Voltloop.Web.Composition;

namespace Voltloop.Web.Shell;

/// <summary>The links of the main navigation: those of the shell and those of the rooms.</summary>
internal sealed class ShellNavigation
{
    private static readonly NavigationLink[] Own =
    [
        new("Overview", "/", 0),
        new("Search", "/search", 10),
        new("Import", "/import", 700, NavigationMenus.House),
        new("Verify", "/verify", 800, NavigationMenus.House),
        new("Preservation", "/preservation", 850, NavigationMenus.House),
        new("Who may see what", "/access", 870, NavigationMenus.House),
        new("About the data", "/about", 900, NavigationMenus.House),
    ];

    /// <summary>Links and menus in order; a menu stands where its first link would.</summary>
    public IReadOnlyList<NavigationEntry> Entries { get; private set; } = Arrange(Own);

    /// <summary>Adds the links of the rooms.</summary>
    public void Include(IEnumerable<ICapability> rooms) => Entries = Arrange(Own.Concat(rooms.SelectMany(room => room.Navigation)));

    private static List<NavigationEntry> Arrange(IEnumerable<NavigationLink> links) =>
    [
        .. links.OrderBy(link => link.Order).ThenBy(link => link.Title, StringComparer.Ordinal)
            .GroupBy(link => link.Menu ?? link.Path, StringComparer.Ordinal)
            .Select(group => new NavigationEntry(group.First().Menu, [.. group])),
    ];
}
