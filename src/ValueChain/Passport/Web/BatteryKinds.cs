using Voltloop.Record.Things;

namespace Voltloop.Passport.Web;

/// <summary>Which things have a passport.</summary>
internal static class BatteryKinds
{
    /// <summary>True for batteries of any kind and for models.</summary>
    public static bool HavePassport(Thing thing) =>
        thing.Kind is ThingKind.Battery or ThingKind.Cell or ThingKind.Module or ThingKind.Pack or ThingKind.Model;
}
