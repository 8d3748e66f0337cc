namespace Voltloop.Kernels.Filters;

/// <summary>What a filter is told at one moment. NaN means missing: without voltage it only predicts, without current its variance grows.</summary>
/// <param name="Seconds">Time since the sample before, s; 0 at the first.</param>
/// <param name="MeanAmpere">Mean current since the sample before, A, + = charge.</param>
/// <param name="Ampere">Current now, A.</param>
/// <param name="Volt">Voltage now, V.</param>
/// <param name="Celsius">Temperature of the cell now, degC.</param>
public readonly record struct CellSample(double Seconds, double MeanAmpere, double Ampere, double Volt, double Celsius);
