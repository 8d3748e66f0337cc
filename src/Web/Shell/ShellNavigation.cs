using Voltloop.Web.Composition;

namespace Voltloop.Web.Shell;

/// <summary>The links of the main navigation: those of the shell and those of the rooms.</summary>
internal sealed class ShellNavigation
{
    private static readonly NavigationLink[] Own =
    [
        new("Overview", "/", 0),
        new("Search", "/search", 10),
        new("Verify", "/verify", 700),
        new("Import", "/import", 800),
        new("Preservation", "/preservation", 850),
        new("About", "/about", 900),
    ];

    /// <summary>Links in order.</summary>
    public IReadOnlyList<NavigationLink> Links { get; private set; } = Own;

    /// <summary>Adds the links of the rooms.</summary>
    public void Include(IEnumerable<ICapability> rooms) =>
        Links = [.. Own.Concat(rooms.SelectMany(room => room.Navigation)).OrderBy(link => link.Order).ThenBy(link => link.Title, StringComparer.Ordinal)];
}
