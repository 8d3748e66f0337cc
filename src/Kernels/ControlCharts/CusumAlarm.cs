namespace Voltloop.Kernels.ControlCharts;

/// <summary>An alarm of a CUSUM.</summary>
/// <param name="At">Index of the value that raised it.</param>
/// <param name="Since">Index of the first value after the sum last stood at zero: the usual estimate of when the change came.</param>
/// <param name="Sum">The sum, in standard deviations.</param>
public readonly record struct CusumAlarm(int At, int Since, double Sum);
