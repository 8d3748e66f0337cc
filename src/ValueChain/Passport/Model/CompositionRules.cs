using Voltloop.Record.Things;

namespace Voltloop.Passport.Model;

/// <summary>Which battery may be inside which: cells in modules and packs, modules in packs; a battery of no stated kind takes and fits anywhere.</summary>
internal static class CompositionRules
{
    /// <summary>Most batteries that one battery is made of.</summary>
    public const int MaxComponents = 10_000;

    /// <summary>Deepest nesting that is followed.</summary>
    public const int MaxDepth = 8;

    /// <summary>Whether a battery of one kind may hold one of another.</summary>
    public static bool MayHold(ThingKind whole, ThingKind part) => (whole, part) switch
    {
        (ThingKind.Cell, _) => false,
        (_, ThingKind.Battery) => true,
        (ThingKind.Module, _) => part is ThingKind.Cell,
        (ThingKind.Pack, _) => part is ThingKind.Cell or ThingKind.Module,
        (ThingKind.Battery, _) => part is ThingKind.Cell or ThingKind.Module or ThingKind.Pack,
        _ => false,
    };
}
