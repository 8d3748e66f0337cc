namespace Voltloop.Quality.LearnStructure;

/// <summary>What a variable does to the target, along all ways.</summary>
/// <param name="Cause">Variable.</param>
/// <param name="Station">Where it is set or measured.</param>
/// <param name="Effect">Change of the target, in its standard deviations, for one standard deviation of the cause.</param>
/// <param name="Interval">95 % interval of it.</param>
/// <param name="Slope">The same in the units of target and cause.</param>
/// <param name="Adjusted">Probability by chance, for all causes together (Holm).</param>
internal sealed record EffectResource(string Cause, string Station, double Effect, IReadOnlyList<double> Interval, double Slope, double Adjusted)
{
    /// <summary>Causes of the cause that were held fixed.</summary>
    public required IReadOnlyList<string> Held { get; init; }

    /// <summary>Smallest and largest effect over directions that are open; the same twice when none is.</summary>
    public required IReadOnlyList<double> Range { get; init; }

    /// <summary>True when the cause stands right before the target.</summary>
    public bool IsDirect { get; init; }

    /// <summary>True when an open direction decides whether it is a cause at all.</summary>
    public bool IsPossible { get; init; }
}
