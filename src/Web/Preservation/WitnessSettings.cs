namespace Voltloop.Web.Preservation;

/// <summary>A witness whose cosignatures the node collects.</summary>
public sealed record WitnessSettings
{
    /// <summary>Name of the witness in signature lines.</summary>
    public string Name { get; init; } = "";

    /// <summary>Address of the witness's node.</summary>
    public string Url { get; init; } = "";

    /// <summary>Its public key (Multikey) as <c>./run keys witness</c> writes it after the name.</summary>
    public string Key { get; init; } = "";
}
