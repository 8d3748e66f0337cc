namespace Voltloop.Record.Things;

/// <summary>The kinds of things that are batteries or parts of one.</summary>
public static class BatteryKinds
{
    /// <summary>Battery, cell, module and pack.</summary>
    public static readonly IReadOnlyList<ThingKind> All = [ThingKind.Battery, ThingKind.Cell, ThingKind.Module, ThingKind.Pack];

    /// <summary>True for batteries of any kind; not for models.</summary>
    public static bool IsBattery(this Thing thing) => All.Contains(thing.Kind);

    /// <summary>True for batteries of any kind and for models.</summary>
    public static bool HasPassport(this Thing thing) => thing.Kind == ThingKind.Model || thing.IsBattery();
}
