using Voltloop.Core.Problems;

namespace Voltloop.Record.Proofs.Credentials;

/// <summary>Collects what breaks the data model, with the place of each.</summary>
internal sealed class ModelFindings
{
    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> Problems => _problems;

    public bool Expect(bool holds, string place, string detail)
    {
        if (!holds)
        {
            _problems.Add(new Problem(ProofProblems.DataModel, detail, place));
        }

        return holds;
    }
}
