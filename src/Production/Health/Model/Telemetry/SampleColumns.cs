namespace Voltloop.Health.Model.Telemetry;

/// <summary>Samples by column, all of the same length; a missing value is NaN.</summary>
/// <param name="Time">s since 1970, never NaN.</param>
/// <param name="Volt">Voltage, V.</param>
/// <param name="Ampere">Current, A, + = charge (BDF).</param>
/// <param name="Celsius">Temperature, degC.</param>
internal sealed record SampleColumns(double[] Time, double[] Volt, double[] Ampere, double[] Celsius)
{
    /// <summary>No samples.</summary>
    public static readonly SampleColumns None = new([], [], [], []);

    /// <summary>How many samples.</summary>
    public int Count => Time.Length;

    /// <summary>Some of them, in the order given.</summary>
    public SampleColumns Pick(int[] rows) => new(
        Array.ConvertAll(rows, i => Time[i]), Array.ConvertAll(rows, i => Volt[i]), Array.ConvertAll(rows, i => Ampere[i]), Array.ConvertAll(rows, i => Celsius[i]));

    /// <summary>A stretch of them.</summary>
    public SampleColumns Slice(int from, int count) => from == 0 && count == Count ? this : new(
        Time.AsSpan(from, count).ToArray(), Volt.AsSpan(from, count).ToArray(), Ampere.AsSpan(from, count).ToArray(), Celsius.AsSpan(from, count).ToArray());

    /// <summary>Several after each other.</summary>
    public static SampleColumns Join(IReadOnlyList<SampleColumns> parts) => parts.Count == 1 ? parts[0] : new(
        [.. parts.SelectMany(part => part.Time)], [.. parts.SelectMany(part => part.Volt)], [.. parts.SelectMany(part => part.Ampere)], [.. parts.SelectMany(part => part.Celsius)]);

    /// <summary>In the order of time, each moment once: the first of a moment stays.</summary>
    public SampleColumns Ordered()
    {
        var isOrdered = true;
        for (var i = 1; i < Time.Length && isOrdered; i++) isOrdered = Time[i] > Time[i - 1];
        return isOrdered ? this : Pick([.. Enumerable.Range(0, Count).OrderBy(i => Time[i]).DistinctBy(i => Time[i])]);
    }

    /// <summary>True when two samples say the same.</summary>
    public bool Says(int row, SampleColumns other, int otherRow) =>
        Volt[row].Equals(other.Volt[otherRow]) && Ampere[row].Equals(other.Ampere[otherRow]) && Celsius[row].Equals(other.Celsius[otherRow]);
}
