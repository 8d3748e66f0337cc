namespace Voltloop.Health.Model;

/// <summary>Voltage and current of one cell over time, samples in the order of time. Arrays of equal length.</summary>
/// <param name="Id">Series or file it came from.</param>
/// <param name="Second">Time, s.</param>
/// <param name="Ampere">Current, A, + = charge.</param>
/// <param name="Volt">Voltage, V.</param>
/// <param name="Celsius">Temperature of the cell, degC; <see cref="PresumedCelsius"/> where none was measured.</param>
internal sealed record CellRecording(string Id, double[] Second, double[] Ampere, double[] Volt, double[] Celsius)
{
    /// <summary>Temperature taken where none was measured, degC.</summary>
    public const double PresumedCelsius = 25;

    /// <summary>False when the temperature is presumed.</summary>
    public bool HasTemperature { get; init; } = true;

    /// <summary>Moment of the last sample, s since 1970; <c>null</c> when not recorded.</summary>
    public double? EndUnix { get; init; }

    /// <summary>Length, s.</summary>
    public double Duration => Second.Length == 0 ? 0 : Second[^1] - Second[0];

    /// <summary>Makes a recording of columns: usable times once each, in order.</summary>
    public static CellRecording Of(string id, (double[] Second, double[] Ampere, double[] Volt, double[]? Celsius) columns)
    {
        var (second, celsius) = (columns.Second, columns.Celsius);
        int[] order = [.. Enumerable.Range(0, second.Length).Where(i => double.IsFinite(second[i])).OrderBy(i => second[i]).DistinctBy(i => second[i])];
        double[] Pick(double[] values) => Array.ConvertAll(order, i => values[i]);
        return new CellRecording(
            id, Pick(second), Pick(columns.Ampere), Pick(columns.Volt),
            celsius is null ? [.. Enumerable.Repeat(PresumedCelsius, order.Length)] : Pick(celsius)) { HasTemperature = celsius is not null };
    }
}
