namespace Voltloop.Record.Events.Hashing;

/// <summary>What a field holds.</summary>
internal enum PreHashKind
{
    /// <summary>A text, number or truth, or several.</summary>
    Value = 0,

    /// <summary>A moment.</summary>
    Time = 1,

    /// <summary>An object.</summary>
    Object = 2,

    /// <summary>A list of identifiers.</summary>
    Identifiers = 3,

    /// <summary>A list of objects.</summary>
    Objects = 4,
}
