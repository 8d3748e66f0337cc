namespace Voltloop.Quality.CompareExperts;

/// <summary>A link that experts name beside what the data say of it.</summary>
/// <param name="Cause">Cause.</param>
/// <param name="Effect">Effect.</param>
/// <param name="Verdict">confirmed, through others, no effect, order, undecided or not measured.</param>
/// <param name="Says">Why.</param>
internal sealed record LinkVerdict(string Cause, string Effect, string Verdict, string Says)
{
    /// <summary>Their correlation in the data.</summary>
    public double? Correlation { get; init; }

    /// <summary>95 % interval of it.</summary>
    public IReadOnlyList<double> Interval { get; init; } = [];

    /// <summary>Probability of a direct edge when experts count for even odds before the data; absent when not both are measured.</summary>
    public double? Probability { get; init; }
}
