using Voltloop.Core.Problems;

namespace Voltloop.Web.Preservation;

/// <summary>Makes this node a back-up of another one.</summary>
public interface IFollowDesk
{
    /// <summary>Asks the other node who it is, compares the pasts of both, and follows it.</summary>
    /// <exception cref="ProblemException">It does not answer, refuses, or has another past.</exception>
    Task FollowAsync(FollowBody body, CancellationToken cancellation);
}
