using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Voltloop.Core.Provenance;
using Voltloop.Record.Log;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Statements;
using Voltloop.Record.Writing;

namespace Voltloop.Record.Sqlite.Writing;

/// <summary>A checked and hashed batch. Made on the caller's thread, so that the one writer does not wait for it.</summary>
internal sealed record PreparedBatch(WriteBatch Batch, PreparedAssertion[] Assertions, string[] Documents)
{
    /// <summary>Rows that the batch adds, roughly; a commit takes no more than it can finish soon.</summary>
    public long Weight => Batch.Things.Count + Assertions.Sum(a => (long)a.Evidence.Length)
        + Batch.Series.Sum(s => s.Columns.Sum(c => (long)c.Length) / 100) + Batch.Documents.Sum(d => (long)d.Bytes.Length / 1000);

    /// <exception cref="Core.Problems.ProblemException">The batch breaks a rule.</exception>
    public static PreparedBatch Of(WriteBatch batch)
    {
        BatchRules.Check(batch);
        return new PreparedBatch(
            batch,
            [.. batch.Assertions.Select(Prepare)],
            [.. batch.Documents.Select(d => Convert.ToHexStringLower(SHA256.HashData(d.Bytes.Span)))]);
    }

    private static PreparedAssertion Prepare(Assertion assertion)
    {
        var count = assertion.Statements.Count;
        var buffer = new CanonicalBuffer();
        var leaves = new byte[count * MerkleTree.HashBytes];
        var evidence = new Hash[count];
        var hashes = new Dictionary<Evidence, Hash>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < count; i++)
        {
            var statement = assertion.Statements[i];
            var start = HashStatement(statement, buffer, leaves.AsSpan(i * MerkleTree.HashBytes, MerkleTree.HashBytes));
            ref var hash = ref CollectionsMarshal.GetValueRefOrAddDefault(hashes, statement.Evidence, out var known);
            evidence[i] = hash = known ? hash : HashOf(buffer.Written[start..]);
        }

        return new PreparedAssertion(assertion, MerkleTree.Root(leaves), evidence);
    }

    private static int HashStatement(Statement statement, CanonicalBuffer buffer, Span<byte> leaf)
    {
        buffer.Clear();
        buffer.Add((byte)0);
        var evidence = CanonicalStatement.Write(statement, buffer);
        MerkleTree.HashLeaf(buffer.Written, leaf);
        return evidence;
    }

    private static Hash HashOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[MerkleTree.HashBytes];
        SHA256.HashData(bytes, hash);
        return Hash.Of(hash);
    }
}
