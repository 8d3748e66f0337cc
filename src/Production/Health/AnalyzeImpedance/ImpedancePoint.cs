using System.Numerics;

namespace Voltloop.Health.AnalyzeImpedance;

/// <summary>A point of a spectrum.</summary>
/// <param name="FrequencyHertz">Frequency, Hz.</param>
/// <param name="RealOhm">Real part, Ω.</param>
/// <param name="ImaginaryOhm">Imaginary part, Ω; negative when capacitive.</param>
internal sealed record ImpedancePoint(double FrequencyHertz, double RealOhm, double ImaginaryOhm)
{
    /// <summary>Real part of the fitted circuit, Ω.</summary>
    public double FittedRealOhm { get; init; }

    /// <summary>Imaginary part of the fitted circuit, Ω.</summary>
    public double FittedImaginaryOhm { get; init; }

    /// <summary>Residual of the validity test, real part, percent of |Z|.</summary>
    public double ResidualReal { get; init; }

    /// <summary>Residual of the validity test, imaginary part, percent of |Z|.</summary>
    public double ResidualImaginary { get; init; }

    /// <summary>A point.</summary>
    public static ImpedancePoint Of(double hertz, (Complex Measured, Complex Fitted) ohm, Complex residual) => new(hertz, ohm.Measured.Real, ohm.Measured.Imaginary)
    {
        FittedRealOhm = ohm.Fitted.Real, FittedImaginaryOhm = ohm.Fitted.Imaginary, ResidualReal = 100 * residual.Real, ResidualImaginary = 100 * residual.Imaginary,
    };
}
