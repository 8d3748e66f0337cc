using Voltloop.Record.Things;

namespace Voltloop.Web.Formatting;

/// <summary>The kinds of things that are batteries or parts of one.</summary>
public static class BatteryKinds
{
    /// <summary>Battery, cell, module and pack.</summary>
    public static readonly IReadOnlyList<ThingKind> All = [ThingKind.Battery, ThingKind.Cell, ThingKind.Module, ThingKind.Pack];
}
