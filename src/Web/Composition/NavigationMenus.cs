namespace Voltloop.Web.Composition;

/// <summary>The menus that several rooms share.</summary>
public static class NavigationMenus
{
    /// <summary>Batteries and their passports.</summary>
    public const string Batteries = "Batteries";

    /// <summary>What happened along the value chain.</summary>
    public const string Chain = "Value chain";

    /// <summary>The store itself.</summary>
    public const string House = "House";
}
