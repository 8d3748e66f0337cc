namespace Voltloop.Passport.ComposeBattery;

/// <summary>Batteries that come into another, or out of it.</summary>
public sealed record ComposeRequest
{
    /// <summary>Identifiers of batteries that come in.</summary>
    public IReadOnlyList<string> Add { get; init; } = [];

    /// <summary>Identifiers of batteries that are taken out.</summary>
    public IReadOnlyList<string> Remove { get; init; } = [];
}
