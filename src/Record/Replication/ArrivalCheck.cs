using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Keys;

namespace Voltloop.Record.Replication;

/// <summary>Checks an assertion on arrival: statements against their root, signature against its key.</summary>
public static class ArrivalCheck
{
    /// <summary>Refuses an assertion that is not what its issuer's node signed.</summary>
    /// <param name="assertion">As it arrived.</param>
    /// <param name="keys">Finds the public key of an identifier.</param>
    /// <exception cref="ProblemException">The reason; its place is <c>/assertions/number</c>.</exception>
    public static void Check(ReplicatedAssertion assertion, Func<string, P256PublicKey?> keys)
    {
        var entry = assertion.Entry;
        Demand(RootOf(assertion).AsSpan().SequenceEqual(entry.Root), (ProofProblems.MerkleMismatch, $"What assertion {entry.Number} holds does not lead to its root."), entry);
        if (entry.Signature is not { } by)
        {
            return;
        }

        var key = keys(by.KeyId);
        Demand(key is not null, (ProofProblems.UnknownKey, $"Assertion {entry.Number} is signed with {by.KeyId}, which is not known."), entry);
        Demand(key!.Verify(entry.SignedBytes()!, by.Bytes), (ProofProblems.BadSignature, $"{by.KeyId} did not sign assertion {entry.Number}."), entry);
    }

    /// <summary>Checks assertions on all cores and gives the first problem; <c>null</c> when there is none.</summary>
    public static Problem? FirstProblem(IReadOnlyList<ReplicatedAssertion> assertions, Func<string, P256PublicKey?> keys) => assertions.AsParallel().AsOrdered()
        .Select(assertion => Refusal.Of(() => Check(assertion, keys))).FirstOrDefault(problem => problem is not null);

    /// <summary>Root over the statements or events with their salts.</summary>
    public static byte[] RootOf(ReplicatedAssertion assertion)
    {
        if (assertion.Events.Count > 0) return EventLeaf.RootOf(assertion.Events, assertion.Secret);
        var buffer = new CanonicalBuffer();
        var leaves = new byte[assertion.Statements.Count * MerkleTree.HashBytes];
        for (var i = 0; i < assertion.Statements.Count; i++)
        {
            StatementLeaf.Hash(assertion.Statements[i], StatementLeaf.Salt(assertion.Secret, i), buffer, leaves.AsSpan(i * MerkleTree.HashBytes, MerkleTree.HashBytes));
        }

        return MerkleTree.Root(leaves);
    }

    private static void Demand(bool holds, (ProblemKind Kind, string Detail) otherwise, LogEntry entry)
    {
        if (!holds)
        {
            throw new ProblemException(otherwise.Kind, otherwise.Detail, FormattableString.Invariant($"/assertions/{entry.Number}"));
        }
    }
}
