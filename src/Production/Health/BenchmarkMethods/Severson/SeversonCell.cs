using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Health.BenchmarkMethods.Severson;

/// <summary>A cell of the Severson set.</summary>
/// <param name="Life">Cycles until 0.88 Ah.</param>
/// <param name="Discharge">Discharged charge in Ah: one row per cycle from 2 to 100, one column per voltage from 3.6 to 2.0 V.</param>
internal sealed record SeversonCell(double Life, Matrix Discharge)
{
    /// <summary>First cycle that was recorded.</summary>
    public const int FirstCycle = 2;

    /// <summary>Last cycle that is used.</summary>
    public const int LastCycle = 100;

    /// <summary>Voltages of each curve.</summary>
    public const int Voltages = 1000;

    /// <summary>The curve of a cycle.</summary>
    public ReadOnlySpan<double> Curve(int cycle) => Discharge.Row(cycle - FirstCycle);

    /// <summary>Capacity per cycle, Ah: the end of each curve.</summary>
    public double[] Capacity() => Discharge.Column(Voltages - 1);
}
