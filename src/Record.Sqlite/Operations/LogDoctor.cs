using Voltloop.Record.Log;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Signing;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Sqlite.Reading;

namespace Voltloop.Record.Sqlite.Operations;

/// <summary>Checks the log against the assertions, its checkpoints against the log, and the signatures.</summary>
internal sealed class LogDoctor(Database database, NodeKeys? keys, Action<string?> report)
{
    private readonly LogReads _reads = new(database);
    private readonly Dictionary<string, P256PublicKey?> _known = new(StringComparer.Ordinal);

    /// <summary>Every tile again from what it stands for: level 0 from the assertions, others from the tiles below.</summary>
    public void CheckTiles()
    {
        var size = (long)_reads.Size;
        for (var (level, full) = (0, size / TileAddress.FullWidth); full > 0; level++, full /= TileAddress.FullWidth)
        {
            report(_reads.FullTiles(level) == full ? null : $"The log has {_reads.FullTiles(level)} tiles of level {level}; {size} assertions need {full}.");
            for (var number = 0L; number < full; number++)
            {
                CheckTile(level, number);
            }
        }
    }

    /// <summary>Every checkpoint that was kept: signature, size and root.</summary>
    public void CheckCheckpoints()
    {
        var size = _reads.Size;
        var prover = new MerkleProver(new TileNodes(size, tile => _reads.Tile(tile)));
        foreach (var note in Notes())
        {
            var checkpoint = Open(note);
            report(checkpoint switch
            {
                null => null,
                _ when checkpoint.Size > size => $"A checkpoint was signed for {checkpoint.Size} assertions, but the log has {size}: it was cut off.",
                _ when prover.Root(checkpoint.Size).AsSpan().SequenceEqual(checkpoint.Root) => null,
                _ => $"The log of the first {checkpoint.Size} assertions is not the one whose checkpoint was signed: it was rewritten.",
            });
        }
    }

    /// <summary>The signature of an assertion, with the key as the node's identity knows it, else as the store keeps it.</summary>
    public void CheckSignature(long number)
    {
        if (_reads.Entry(number) is not { Signature: { } by } entry)
        {
            return;
        }

        var key = KeyOf(by.KeyId);
        report(key is null ? $"Assertion {number} is signed with {by.KeyId}, which is not known."
            : key.Verify(entry.SignedBytes()!, by.Bytes) ? null
            : $"The signature of assertion {number} by {by.KeyId} is false.");
    }

    private void CheckTile(int level, long number)
    {
        var (root, hashes) = Stored(level, number);
        var expected = level == 0 ? _reads.Leaves((number * TileAddress.FullWidth) + 1, (number + 1) * TileAddress.FullWidth) : Below(level, number);
        var wrong = Enumerable.Range(0, Math.Min(hashes.Length, expected.Length) / MerkleTree.HashBytes)
            .Where(i => !At(hashes, i).SequenceEqual(At(expected, i))).Select(i => (number * TileAddress.FullWidth) + i + 1).Take(3).ToList();
        var isWhole = hashes.Length == expected.Length && TileLayout.Root(hashes).AsSpan().SequenceEqual(root);
        report(wrong.Count > 0 && level == 0 ? $"Assertion {string.Join(", ", wrong)} is not as the log holds it (tile {number} of level 0)."
            : wrong.Count == 0 && isWhole ? null
            : $"Tile {number} of level {level} of the log is damaged.");
    }

    private static ReadOnlySpan<byte> At(byte[] hashes, int index) => hashes.AsSpan(index * MerkleTree.HashBytes, MerkleTree.HashBytes);

    private (byte[] Root, byte[] Hashes) Stored(int level, long number)
    {
        using var row = database.Get("SELECT root, hashes FROM tile WHERE level = ?1 AND number = ?2").Bind(1, level).Bind(2, number);
        return row.Step() ? (row.Blob(0).ToArray(), row.Blob(1).ToArray()) : ([], []);
    }

    private byte[] Below(int level, long number)
    {
        using var row = database.Get("SELECT hashes FROM tile WHERE level = ?1 AND number BETWEEN ?2 AND ?3 ORDER BY number")
            .Bind(1, level - 1).Bind(2, number * TileAddress.FullWidth).Bind(3, ((number + 1) * TileAddress.FullWidth) - 1);
        var content = new List<byte>();
        while (row.Step())
        {
            content.AddRange(TileLayout.Root(row.Blob(0)));
        }

        return [.. content];
    }

    private List<string> Notes()
    {
        var notes = new List<string>();
        using var row = database.Get("SELECT note FROM checkpoint ORDER BY size");
        while (row.Step())
        {
            notes.Add(row.Text(0));
        }

        if (keys is not null && File.Exists(keys.CheckpointFile))
        {
            notes.Add(File.ReadAllText(keys.CheckpointFile));
        }

        return notes;
    }

    private Checkpoint? Open(string note)
    {
        try
        {
            var signed = SignedNote.Parse(note);
            var checkpoint = Checkpoint.Parse(signed.Text);
            // A restored backup brings checkpoints of the node that wrote it; the keys of those stand in the store.
            signed.Verify([.. keys?.LogKeysOf(checkpoint.Origin) is { Count: > 0 } known ? known : StoredKeys(checkpoint.Origin)]);
            return checkpoint;
        }
        catch (Core.Problems.ProblemException refused)
        {
            report($"A checkpoint of the log is not to be believed: {refused.Message}");
            return null;
        }
    }

    private IEnumerable<LogKey> StoredKeys(string origin)
    {
        using var row = database.Get("SELECT public FROM signing_key");
        while (row.Step())
        {
            yield return new LogKey(origin, P256PublicKey.FromSpki(row.Blob(0)));
        }
    }

    private P256PublicKey? KeyOf(string id)
    {
        if (!_known.TryGetValue(id, out var key))
        {
            key = Agreed(id, keys?.Document.Find(id)?.Key);
            _known.Add(id, key);
        }

        return key;
    }

    // Copies of the store are what others verify with, so they must be the keys that the node answers for.
    private P256PublicKey? Agreed(string id, P256PublicKey? known)
    {
        using var row = database.Get("SELECT public FROM signing_key WHERE name = ?1").Bind(1, id);
        byte[]? stored = row.Step() ? [.. row.Blob(0)] : null;
        if (known is not null && stored is not null && !known.Spki.SequenceEqual(stored)) report($"The store keeps another public key for {id} than the node has.");
        return known ?? (stored is null ? null : P256PublicKey.FromSpki(stored));
    }
}
