using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Voltloop.Core.Provenance;
using Voltloop.Record.Log;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Signing;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Statements;
using Voltloop.Record.Writing;

namespace Voltloop.Record.Sqlite.Writing;

/// <summary>A checked and hashed batch. Made on the caller's thread, so that the one writer does not wait for it.</summary>
internal sealed record PreparedBatch(WriteBatch Batch, PreparedAssertion[] Assertions, string[] Documents)
{
    /// <summary>Its events, or <c>null</c>.</summary>
    public Events.PreparedEvents? Events { get; init; }

    /// <summary>Lines for the access log beside that about the batch itself.</summary>
    public IReadOnlyList<AccessEntry> Access { get; init; } = [];

    /// <summary>Rows that the batch adds, roughly; a commit takes no more than it can finish soon.</summary>
    public long Weight => Batch.Things.Count + Assertions.Sum(a => (long)a.Evidence.Length)
        + Access.Count + (Batch.Telemetry is { } telemetry ? telemetry.Receipts.Count + telemetry.Tracks.Count + telemetry.Marks.Count : 0) + Batch.Series.Sum(s => s.Columns.Sum(c => (long)c.Length) / 100) + Batch.Documents.Sum(d => (long)d.Bytes.Length / 1000) + (8 * (Events?.Capture.Events.Count ?? 0));

    /// <exception cref="Core.Problems.ProblemException">The batch breaks a rule.</exception>
    public static PreparedBatch Of(WriteBatch batch, AssertionSigner? signer)
    {
        BatchRules.Check(batch);
        return new PreparedBatch(
            batch,
            [.. batch.Assertions.Select(assertion => Prepare(assertion, signer))],
            [.. batch.Documents.Select(d => Convert.ToHexStringLower(SHA256.HashData(d.Bytes.Span)))])
        {
            Events = batch.Events is { } events ? Sqlite.Events.PreparedEvents.Of(events, signer) : null,
        };
    }

    /// <summary>Lines for the access log and nothing else.</summary>
    public static PreparedBatch Of(IReadOnlyList<AccessEntry> entries) => new(new WriteBatch(), [], []) { Access = entries };

    private static PreparedAssertion Prepare(Assertion assertion, AssertionSigner? signer)
    {
        var count = assertion.Statements.Count;
        var buffer = new CanonicalBuffer();
        var secret = RandomNumberGenerator.GetBytes(StatementLeaf.SecretBytes);
        var leaves = new byte[count * MerkleTree.HashBytes];
        var evidence = new Hash[count];
        var hashes = new Dictionary<Evidence, Hash>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < count; i++)
        {
            var statement = assertion.Statements[i];
            var start = StatementLeaf.Hash(statement, StatementLeaf.Salt(secret, i), buffer, leaves.AsSpan(i * MerkleTree.HashBytes, MerkleTree.HashBytes));
            ref var hash = ref CollectionsMarshal.GetValueRefOrAddDefault(hashes, statement.Evidence, out var known);
            evidence[i] = hash = known ? hash : HashOf(buffer.Written[start..]);
        }

        var root = MerkleTree.Root(leaves);
        return new PreparedAssertion(assertion, root, evidence, secret, signer?.Sign(assertion.Issuer, root, (uint)count));
    }

    private static Hash HashOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[MerkleTree.HashBytes];
        SHA256.HashData(bytes, hash);
        return Hash.Of(hash);
    }
}
