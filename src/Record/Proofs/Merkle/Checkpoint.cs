using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs.Keys;

namespace Voltloop.Record.Proofs.Merkle;

/// <summary>The state of a log at a size (c2sp.org/tlog-checkpoint).</summary>
/// <param name="Origin">Which log.</param>
/// <param name="Size">Number of leaves.</param>
/// <param name="Root">Root over them, 32 bytes.</param>
/// <param name="Extensions">Further lines; usually none.</param>
public sealed record Checkpoint(string Origin, ulong Size, byte[] Root, IReadOnlyList<string> Extensions)
{
    private const int FixedLines = 3;

    /// <summary>A checkpoint without further lines.</summary>
    public Checkpoint(string origin, ulong size, byte[] root)
        : this(origin, size, root, [])
    {
    }

    /// <summary>Whether both name one root for one size of one log.</summary>
    public bool IsSameTree(Checkpoint other) => Origin == other.Origin && Size == other.Size && Root.AsSpan().SequenceEqual(other.Root);

    /// <summary>The text that is signed.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n{string.Concat(Extensions.Select(line => line + "\n"))}");

    /// <summary>Signs the checkpoint in the name of its log.</summary>
    public SignedNote Sign(P256SigningKey key) => LogKey.Sign(ToString(), Origin, key);

    /// <summary>Reads the text of a note without believing it.</summary>
    /// <exception cref="ProblemException">Not the text of a checkpoint.</exception>
    public static Checkpoint Parse(string text)
    {
        var lines = text.EndsWith('\n') ? text[..^1].Split('\n') : [];
        var root = new byte[MerkleTree.HashBytes + 1];
        var written = 0;
        ulong size = 0;
        var isRead = lines.Length >= FixedLines && lines.All(line => line.Length > 0)
            && ulong.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out size)
            && Convert.TryFromBase64String(lines[2], root, out written) && written == MerkleTree.HashBytes;
        Refusal.Unless(isRead, CommonProblems.MalformedInput, "The note is not a checkpoint: origin, size and root are expected.");
        var checkpoint = new Checkpoint(lines[0], size, root[..MerkleTree.HashBytes], lines[FixedLines..]);
        Refusal.Unless(checkpoint.ToString() == text, CommonProblems.MalformedInput, "The checkpoint is not in its one form.");
        return checkpoint;
    }

    /// <summary>Reads a note, verifies that the log signed it, and gives the checkpoint.</summary>
    /// <exception cref="ProblemException">Not a checkpoint, not signed by the key, or of another log.</exception>
    public static Checkpoint Open(string note, LogKey log)
    {
        var signed = SignedNote.Parse(note);
        signed.Verify(log);
        var checkpoint = Parse(signed.Text);
        Refusal.Unless(checkpoint.Origin == log.Name, ProofProblems.OtherLog, $"The checkpoint is of {checkpoint.Origin}, the key of {log.Name}.");
        return checkpoint;
    }
}
