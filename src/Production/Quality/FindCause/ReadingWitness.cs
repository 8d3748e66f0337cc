namespace Voltloop.Quality.FindCause;

/// <summary>What the sensors of a machine say about the time in which it made bad units.</summary>
/// <param name="Signal">Name of the signal.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Mean">Mean of the readings outside, in that unit.</param>
/// <param name="Shift">How far the readings were off, in that unit.</param>
internal sealed record ReadingWitness(string Signal, string Unit, double Mean, double Shift)
{
    /// <summary>First and last moment at which the shift may have begun (UTC).</summary>
    public required IReadOnlyList<DateTimeOffset> Onset { get; init; }

    /// <summary>First and last moment at which it may have ended (UTC).</summary>
    public required IReadOnlyList<DateTimeOffset> End { get; init; }

    /// <summary>Likeliest beginning (UTC).</summary>
    public DateTimeOffset From { get; init; }

    /// <summary>Likeliest end (UTC).</summary>
    public DateTimeOffset To { get; init; }

    /// <summary>Probability of such a shift by chance, after everything that was tried.</summary>
    public double Probability { get; init; }
}
