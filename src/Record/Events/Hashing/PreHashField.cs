namespace Voltloop.Record.Events.Hashing;

/// <summary>One field in the canonical order of CBV, and how its value is written.</summary>
/// <param name="Name">Name in JSON-LD.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record PreHashField(string Name, PreHashKind Kind = PreHashKind.Value)
{
    /// <summary>Name of each element of a list, which XML writes and JSON does not.</summary>
    public string Item { get; init; } = "";

    /// <summary>Address of the standard vocabulary that bare words of it belong to.</summary>
    public string? Words { get; init; }

    /// <summary>Fields of the object or of each element.</summary>
    public PreHashField[] Fields { get; init; } = [];
}
