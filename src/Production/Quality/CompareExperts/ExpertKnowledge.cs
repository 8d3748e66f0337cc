using Voltloop.Core.Problems;
using Voltloop.Core.Provenance;
using Voltloop.Quality.KeepOnMachine;
using Voltloop.Quality.Model.Experts;

namespace Voltloop.Quality.CompareExperts;

/// <summary>Failure analyses of lines and machines in the record.</summary>
/// <param name="kept">What is declared of machines.</param>
internal sealed class ExpertKnowledge(KeptOnMachine kept)
{
    /// <summary>Term of an analysis.</summary>
    public const string Term = "failureAnalysis";

    private static readonly Evidence Method = new("failureAnalysis.declared", "IEC 60812:2018 (failure modes and effects analysis)", "As experts rated it; nothing was measured.");

    /// <summary>The analysis of a line or machine.</summary>
    /// <exception cref="ProblemException">There is none, or the actor may not see it.</exception>
    public async Task<FailureAnalysis> OfAsync(string thing, CancellationToken cancellation) => await kept.FindAsync<FailureAnalysis>(thing, Term, cancellation)
        ?? throw new ProblemException(CommonProblems.NotFound, $"There is no failure analysis of \"{thing}\".", "of", "Keep one with ./run quality fmea FILE --keep ID.");

    /// <summary>States an analysis from now on.</summary>
    public Task KeepAsync(string thing, FailureAnalysis analysis, string issuer, CancellationToken cancellation) => kept.KeepAsync(thing, (Term, analysis, Method), issuer, cancellation);
}
