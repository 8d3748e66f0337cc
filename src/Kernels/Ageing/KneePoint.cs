namespace Voltloop.Kernels.Ageing;

/// <summary>Where a fade curve bends down.</summary>
/// <param name="Cycle">Cycle of the knee.</param>
/// <param name="SlopeBefore">Slope before it, per cycle.</param>
/// <param name="SlopeAfter">Slope after it, per cycle.</param>
/// <param name="Deviation">Standard deviation of the cycle; infinite when the data do not fix it.</param>
public readonly record struct KneePoint(double Cycle, double SlopeBefore, double SlopeAfter, double Deviation);
