using Voltloop.Kernels.Conformal;

namespace Voltloop.Quality.Model.Gate;

/// <summary>The limits of the outcome; an infinite one is none.</summary>
/// <param name="Lower">Lower limit, unit of the outcome.</param>
/// <param name="Upper">Upper limit.</param>
internal readonly record struct GateLimits(double Lower, double Upper)
{
    /// <summary>Whether there is any limit.</summary>
    public bool Any => double.IsFinite(Lower) || double.IsFinite(Upper);

    /// <summary>Whether an outcome is good.</summary>
    public bool Hold(double outcome) => outcome >= Lower && outcome <= Upper;

    /// <summary>The verdict on an interval; measure when there are no limits.</summary>
    public GateVerdict Of(Bounds interval) =>
        !Any ? GateVerdict.Measure
        : interval.Lower >= Lower && interval.Upper <= Upper ? GateVerdict.Accept
        : interval.Upper < Lower || interval.Lower > Upper ? GateVerdict.Reject
        : GateVerdict.Measure;
}
