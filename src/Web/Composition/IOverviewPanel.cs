namespace Voltloop.Web.Composition;

/// <summary>A section of the overview page. Rooms contribute panels as services.</summary>
public interface IOverviewPanel
{
    /// <summary>Anchor and test hook in kebab-case.</summary>
    string Key { get; }

    /// <summary>Panels are shown in ascending order.</summary>
    int Order { get; }

    /// <summary>Razor component without parameters.</summary>
    Type Component { get; }
}
