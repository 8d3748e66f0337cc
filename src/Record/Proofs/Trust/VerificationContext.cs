namespace Voltloop.Record.Proofs.Trust;

/// <summary>What a verifier brings along.</summary>
/// <param name="Keys">Whom it believes.</param>
/// <param name="Now">The moment of verification.</param>
public sealed record VerificationContext(IKeyResolver Keys, DateTimeOffset Now)
{
    /// <summary>How far clocks of honest people may differ.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(60);

    /// <summary>Refuses what is not valid yet or no longer.</summary>
    /// <exception cref="Core.Problems.ProblemException">Outside of the interval, with the skew allowed.</exception>
    public void CheckInterval(DateTimeOffset? from, DateTimeOffset? until, string what)
    {
        Refusal.Unless(from is null || Now + ClockSkew >= from, ProofProblems.NotYetValid, $"The {what} is valid from {from:O}.");
        Refusal.Unless(until is null || Now - ClockSkew < until, ProofProblems.Expired, $"The {what} was valid until {until:O}.");
    }
}
