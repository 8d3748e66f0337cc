namespace Voltloop.Kernels.Cycling;

/// <summary>Samples of a test of a cell, on the time stamps of the instrument; all spans have the same length.</summary>
public readonly ref struct CyclingSamples
{
    /// <summary>Takes the three columns that every test has.</summary>
    /// <param name="second">Test time in s, never falling.</param>
    /// <param name="volt">Voltage in V.</param>
    /// <param name="ampere">Current in A, + = charge.</param>
    /// <exception cref="ArgumentOutOfRangeException">The lengths differ.</exception>
    public CyclingSamples(ReadOnlySpan<double> second, ReadOnlySpan<double> volt, ReadOnlySpan<double> ampere)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(volt.Length, second.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(ampere.Length, second.Length);
        Second = second;
        Volt = volt;
        Ampere = ampere;
    }

    /// <summary>Test time, s.</summary>
    public ReadOnlySpan<double> Second { get; }

    /// <summary>Voltage, V.</summary>
    public ReadOnlySpan<double> Volt { get; }

    /// <summary>Current, A; + = charge.</summary>
    public ReadOnlySpan<double> Ampere { get; }

    /// <summary>Number of the cycle as the instrument counted it; empty when it did not.</summary>
    public ReadOnlySpan<double> Cycle { get; init; }

    /// <summary>Number of the step as the instrument counted it; empty when it did not.</summary>
    public ReadOnlySpan<double> Step { get; init; }

    /// <summary>Samples.</summary>
    public int Count => Second.Length;
}
