namespace Voltloop.Record.Events.Hashing;

/// <summary>How the string is written that an event's hash is made over. Published editions and tools differ in three points.</summary>
/// <param name="Version">What stands behind <c>?ver=</c>.</param>
/// <param name="InlineExtensions">Extensions of a standard field follow it; otherwise they stand at the end.</param>
/// <param name="ListName"><c>sensorElementList</c> is written before its elements.</param>
public sealed record EventHashRules(string Version, bool InlineExtensions, bool ListName)
{
    /// <summary>CBV 2.0 as the reference generator wrote it from 2022 to 2025; its published vectors are of this form.</summary>
    public static readonly EventHashRules Cbv20 = new("CBV2.0", InlineExtensions: true, ListName: true);

    /// <summary>CBV 2.1: the same string, with the new version behind it.</summary>
    public static readonly EventHashRules Cbv21 = new("CBV2.1", InlineExtensions: true, ListName: true);

    /// <summary>CBV 2.0 as generators write it since 2026: extensions at the end, no name of the sensor list.</summary>
    public static readonly EventHashRules Cbv20AtEnd = new("CBV2.0", InlineExtensions: false, ListName: false);

    /// <summary>All three, the one that gives events their identity first.</summary>
    public static IReadOnlyList<EventHashRules> All { get; } = [Cbv20, Cbv21, Cbv20AtEnd];

    /// <summary>Fields that are left out beside those of the standard, with their namespace in braces.</summary>
    public IReadOnlySet<string> Ignored { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}
