using System.Buffers.Text;
using Voltloop.Core.Problems;

namespace Voltloop.Record.Proofs;

/// <summary>Base64url without padding, one text per byte sequence: a reader that also took others would let a changed character pass.</summary>
internal static class Base64UrlText
{
    public static byte[] Decode(string text, ProblemKind kind)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(text);
            Refusal.Unless(string.Equals(Base64Url.EncodeToString(bytes), text, StringComparison.Ordinal), kind, "The base64url text is not in its one form.");
            return bytes;
        }
        catch (FormatException broken)
        {
            throw Refusal.Because(kind, broken.Message);
        }
    }
}
