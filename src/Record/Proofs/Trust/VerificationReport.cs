using Voltloop.Core.Problems;

namespace Voltloop.Record.Proofs.Trust;

/// <summary>What is proven about an artefact and what is not, for people and for exit codes.</summary>
/// <param name="Lines">Findings in the order in which they were made.</param>
public sealed record VerificationReport(IReadOnlyList<VerificationLine> Lines)
{
    /// <summary>A report without findings.</summary>
    public static readonly VerificationReport Empty = new([]);

    /// <summary>Nothing was refuted and at least one thing is proven.</summary>
    public bool Holds => Lines.Any(line => line.Outcome == VerificationOutcome.Proven) && Lines.All(line => line.Outcome != VerificationOutcome.Refuted);

    /// <summary>The report with a proven claim more.</summary>
    public VerificationReport Proven(string claim, string grounds) => With(VerificationOutcome.Proven, claim, grounds);

    /// <summary>The report with a claim more for which there is no proof.</summary>
    public VerificationReport NotProven(string claim, string grounds) => With(VerificationOutcome.NotProven, claim, grounds);

    /// <summary>The report with a refuted claim more.</summary>
    public VerificationReport Refuted(string claim, Problem problem) => With(VerificationOutcome.Refuted, claim, problem.ToString());

    /// <summary>The report with the outcome of a check: no problem means proven.</summary>
    public VerificationReport Checked(string claim, string grounds, Problem? problem) =>
        problem is null ? Proven(claim, grounds) : Refuted(claim, problem);

    /// <summary>One line per finding.</summary>
    public override string ToString() => string.Join('\n', Lines.Select(line => $"{Word(line.Outcome)}: {line.Claim} ({line.Grounds})"));

    private static string Word(VerificationOutcome outcome) => outcome switch
    {
        VerificationOutcome.Proven => "proven",
        VerificationOutcome.NotProven => "not proven",
        _ => "REFUTED",
    };

    private VerificationReport With(VerificationOutcome outcome, string claim, string grounds) => new([.. Lines, new VerificationLine(outcome, claim, grounds)]);
}
