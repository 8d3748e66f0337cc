using System.Buffers.Binary;
using Voltloop.Core.Problems;

namespace Voltloop.Record.Proofs.Merkle;

/// <summary>A signed note (c2sp.org/signed-note): text, an empty line, signature lines.</summary>
/// <param name="Text">The text with its last line end; nothing in it counts before a trusted signature is verified.</param>
/// <param name="Signatures">Signature lines in their order.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>Characters of a note that are read at most.</summary>
    public const int MaxCharacters = 1_000_000;

    /// <summary>Signatures that are read at most; the specification asks for 16 at least.</summary>
    public const int MaxSignatures = 64;

    private const string Dash = "— ";
    private const int KeyIdBytes = 4;

    /// <summary>The note as it is published.</summary>
    public override string ToString() => Text + "\n" + string.Concat(Signatures.Select(Line));

    /// <summary>The same note with one more signature.</summary>
    public SignedNote With(NoteSignature signature) => this with { Signatures = [.. Signatures, signature] };

    /// <summary>Reads a note without believing it.</summary>
    /// <exception cref="ProblemException">Not a signed note.</exception>
    public static SignedNote Parse(string note)
    {
        Refusal.Unless(note.Length <= MaxCharacters, CommonProblems.LimitExceeded, $"The note has more than {MaxCharacters} characters.");
        Refusal.Unless(!note.Any(c => c < ' ' && c != '\n') && note.EndsWith('\n'), CommonProblems.MalformedInput, "A note is lines of text without control characters.");
        var end = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        Refusal.Unless(end >= 0, CommonProblems.MalformedInput, "No empty line separates text and signatures.");
        var lines = note[(end + 2)..].TrimEnd('\n').Split('\n');
        Refusal.Unless(lines.Length <= MaxSignatures, CommonProblems.LimitExceeded, $"The note has more than {MaxSignatures} signatures.");
        var parsed = new SignedNote(note[..(end + 1)], [.. lines.Select(Signature)]);
        Refusal.Unless(string.Equals(parsed.ToString(), note, StringComparison.Ordinal), CommonProblems.MalformedInput, "The note is not in its one form.");
        return parsed;
    }

    /// <summary>Names of the keys that signed. Signatures of unknown keys are ignored; a false one of a known key refuses the note.</summary>
    /// <exception cref="ProblemException">No known key signed, or a known key's signature is false.</exception>
    public IReadOnlyList<string> Verify(params IReadOnlyList<INoteVerifier> known)
    {
        var signed = new List<string>();
        foreach (var signature in Signatures)
        {
            var key = known.FirstOrDefault(key => key.KeyId == signature.KeyId && string.Equals(key.Name, signature.Name, StringComparison.Ordinal));
            Refusal.Unless(key?.Verify(Text, signature.Bytes) ?? true, ProofProblems.BadSignature, $"The note's signature of {signature.Name} is false.");
            signed.AddRange(key is null ? [] : [key.Name]);
        }

        Refusal.Unless(signed.Count > 0, ProofProblems.UnknownKey, "No known key signed the note.");
        return signed;
    }

    internal static void CheckName(string name) => Refusal.Unless(
        name.Length > 0 && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '+'), CommonProblems.InvalidIdentifier, $"\"{name}\" cannot name a key of a note.");

    private static string Line(NoteSignature signature)
    {
        var bytes = new byte[KeyIdBytes + signature.Bytes.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, signature.KeyId);
        signature.Bytes.CopyTo(bytes, KeyIdBytes);
        return $"{Dash}{signature.Name} {Convert.ToBase64String(bytes)}\n";
    }

    private static NoteSignature Signature(string line)
    {
        var parts = line.StartsWith(Dash, StringComparison.Ordinal) ? line[Dash.Length..].Split(' ') : [];
        var bytes = new byte[line.Length];
        var written = 0;
        var isBase64 = parts.Length == 2 && Convert.TryFromBase64String(parts[1], bytes, out written) && written > KeyIdBytes;
        Refusal.Unless(isBase64, CommonProblems.MalformedInput, $"\"{line}\" is not a signature line.");
        CheckName(parts[0]);
        return new NoteSignature(parts[0], BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[KeyIdBytes..written]);
    }
}
