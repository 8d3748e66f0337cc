using System.Security.Cryptography;
using Voltloop.Core.Problems;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Proofs.Keys;

namespace Voltloop.Record.Replication;

/// <summary>
/// Bytes that a node signs for its back-ups: content with its length, identifier of the key, ES256 over a name for this use
/// and the SHA-256 of the content. So nothing on the way can change anything, also what the log does not answer for.
/// </summary>
internal static class SignedBody
{
    public static byte[] Seal(string use, ReadOnlySpan<byte> content, IssuerKey by)
    {
        var buffer = new CanonicalBuffer();
        buffer.Add((uint)content.Length);
        buffer.Add(content);
        buffer.Add(by.KeyId);
        buffer.Add(by.Key.Sign(Message(use, content)));
        return buffer.Written.ToArray();
    }

    /// <exception cref="ProblemException">Not such bytes, or not signed by a known key.</exception>
    public static byte[] Open(string use, ReadOnlySpan<byte> bytes, Func<string, P256PublicKey?> keys)
    {
        try
        {
            var reader = new CanonicalReader(bytes);
            var content = reader.Bytes((int)Math.Min(reader.UInt(), int.MaxValue));
            var (key, signature) = (reader.Text() ?? "", reader.Bytes(AssertionSignature.Length));
            reader.Expect(reader.IsAtEnd);
            Check(keys(key), key, Message(use, content), signature);
            return content;
        }
        catch (ProblemException e) when (e.Problem.Kind == CommonProblems.MalformedInput)
        {
            throw new ProblemException(ReplicationProblems.Damaged, "The answer is cut off or changed.");
        }
    }

    private static void Check(P256PublicKey? key, string id, byte[] message, byte[] signature)
    {
        Refusal.Unless(key is not null, ProofProblems.UnknownKey, $"The answer is signed with {id}, which is no key of the node that is followed.");
        Refusal.Unless(key!.Verify(message, signature), ReplicationProblems.Damaged, $"The answer is not the one that {id} signed.");
    }

    private static byte[] Message(string use, ReadOnlySpan<byte> content)
    {
        var buffer = new CanonicalBuffer();
        buffer.Add(use);
        buffer.Add(SHA256.HashData(content));
        return buffer.Written.ToArray();
    }
}
