namespace Voltloop.Web.Composition;

/// <summary>An interface for other nodes that the node's DID document announces. Rooms contribute them as services.</summary>
public interface INodeService
{
    /// <summary>Fragment of the service's identifier, for example <c>chain</c>.</summary>
    string Key { get; }

    /// <summary>Type of the service, as others look for it.</summary>
    string Type { get; }

    /// <summary>Path under the address of the node.</summary>
    string Path { get; }
}
