using Voltloop.Record.Things;

namespace Voltloop.Web.Composition;

/// <summary>A small block in the side column of the page of a thing, for example its QR code. Rooms contribute them as services.</summary>
public interface IThingAside
{
    /// <summary>Anchor and test hook in kebab-case.</summary>
    string Key { get; }

    /// <summary>Blocks are shown in ascending order.</summary>
    int Order { get; }

    /// <summary>Razor component with the parameter <c>Thing</c> (<see cref="Record.Things.Thing"/>).</summary>
    Type Component { get; }

    /// <summary>Whether the block has something to say about a thing.</summary>
    bool AppliesTo(Thing thing);
}
