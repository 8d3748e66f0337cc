namespace Voltloop.Kernels.Integration;

/// <summary>
/// Trapezoidal integral of a signed rate over its own time stamps, split into its positive and negative part. A segment
/// that changes sign is split where the straight line crosses zero. Exact for piecewise linear rates; steps need two
/// samples at the same time, as cyclers write them, else the error of a step is at most half a sample interval.
/// </summary>
public static class Trapezoid
{
    private const double SecondsPerHour = 3600;

    /// <summary>Charge in Ah from time in s and current in A (+ = charge).</summary>
    public static Throughput Charge(ReadOnlySpan<double> second, ReadOnlySpan<double> ampere)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(ampere.Length, second.Length);
        var area = default(SignedArea);
        for (var i = 1; i < second.Length; i++)
        {
            area.Add(second[i] - second[i - 1], ampere[i - 1], ampere[i]);
        }

        return area.In(SecondsPerHour);
    }

    /// <summary>Energy in Wh from time in s, current in A (+ = charge) and voltage in V: integral of V·I.</summary>
    public static Throughput Energy(ReadOnlySpan<double> second, ReadOnlySpan<double> ampere, ReadOnlySpan<double> volt)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(ampere.Length, second.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(volt.Length, second.Length);
        var area = default(SignedArea);
        for (var i = 1; i < second.Length; i++)
        {
            area.Add(second[i] - second[i - 1], ampere[i - 1] * volt[i - 1], ampere[i] * volt[i]);
        }

        return area.In(SecondsPerHour);
    }
}
