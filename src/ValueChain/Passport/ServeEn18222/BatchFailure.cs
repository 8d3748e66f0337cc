using Voltloop.Core.Problems;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>Rows of a batch that cannot be taken.</summary>
internal sealed class BatchFailure(IReadOnlyList<Problem> problems) : Exception("Rows of the batch cannot be taken.")
{
    /// <summary>One per row, with the row in its location.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
