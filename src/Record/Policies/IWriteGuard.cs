using Voltloop.Core.Problems;
using Voltloop.Record.Ports;

namespace Voltloop.Record.Policies;

/// <summary>Says before a write whether it would be allowed.</summary>
public interface IWriteGuard
{
    /// <summary>Refuses what the actor at work may not write.</summary>
    /// <exception cref="ProblemException"><see cref="AccessProblems.SignInRequired"/> or <see cref="AccessProblems.Forbidden"/>.</exception>
    Task CheckAsync(WriteBatch batch, CancellationToken cancellation = default);
}
