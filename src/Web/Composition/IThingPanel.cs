using Voltloop.Record.Things;

namespace Voltloop.Web.Composition;

/// <summary>A section of the page of a thing. Rooms contribute panels as services, so that the page knows no room.</summary>
public interface IThingPanel
{
    /// <summary>Anchor and test hook in kebab-case.</summary>
    string Key { get; }

    /// <summary>Heading.</summary>
    string Title { get; }

    /// <summary>Panels are shown in ascending order.</summary>
    int Order { get; }

    /// <summary>Razor component with the parameters <c>Thing</c> (<see cref="Record.Things.Thing"/>) and <c>AsOf</c> (<see cref="Core.Time.AsOf"/>).</summary>
    Type Component { get; }

    /// <summary>Whether the panel has something to say about a thing.</summary>
    bool AppliesTo(Thing thing);
}
