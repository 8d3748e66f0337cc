using Voltloop.Kernels.Detection;

namespace Voltloop.Health.Model.Packs;

/// <summary>Whether the stated false alarms hold for a pack.</summary>
/// <param name="Method">Method of the watch.</param>
/// <param name="Reference">Where it is described.</param>
/// <param name="Holds">True when sound packs of such cells were seen to alarm no more often than stated.</param>
/// <param name="Reason">Why, in a sentence.</param>
internal sealed record SafetyValidity(string Method, string Reference, bool Holds, string Reason)
{
    /// <summary>Whether the rates of a report hold.</summary>
    public static SafetyValidity Of(SafetyReport report) => new(PackMethods.Safety.Method, PackMethods.Safety.Reference!, report is { KnowsSlope: true, IsFlat: false }, Why(report));

    private static string Why(SafetyReport report) =>
        report.IsFlat ? PackMethods.FlatVoltage : report.KnowsSlope ? PackMethods.SlopingVoltage : PackMethods.UnknownVoltage;
}
