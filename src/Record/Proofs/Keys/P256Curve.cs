using System.Globalization;
using System.Numerics;

namespace Voltloop.Record.Proofs.Keys;

/// <summary>Arithmetic of NIST P-256 that the base library lacks: the second coordinate of a compressed point (SEC 1, 2.3.4).</summary>
internal static class P256Curve
{
    public const int CoordinateBytes = 32;

    private static readonly BigInteger P = Hex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    private static readonly BigInteger B = Hex("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");

    /// <summary>Both coordinates of a compressed point.</summary>
    /// <param name="compressed">0x02 or 0x03 and the first coordinate, 33 bytes.</param>
    public static (byte[] X, byte[] Y) Decompress(ReadOnlySpan<byte> compressed)
    {
        Refusal.Unless(
            compressed.Length == 1 + CoordinateBytes && compressed[0] is 2 or 3,
            ProofProblems.InvalidKey,
            "A compressed point is 33 bytes that begin with 02 or 03.");
        var x = new BigInteger(compressed[1..], isUnsigned: true, isBigEndian: true);
        var y = Root(Square(x));
        var isOdd = compressed[0] == 3;
        return (compressed[1..].ToArray(), Bytes(y.IsEven == isOdd ? P - y : y));
    }

    /// <summary>Whether a point lies on the curve.</summary>
    public static bool Contains(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y)
    {
        var (first, second) = (new BigInteger(x, isUnsigned: true, isBigEndian: true), new BigInteger(y, isUnsigned: true, isBigEndian: true));
        return x.Length == CoordinateBytes && y.Length == CoordinateBytes && first < P && second < P
            && BigInteger.ModPow(second, 2, P) == Square(first);
    }

    // y^2 = x^3 - 3x + b; the remainder of a negative number is negative, so P is added once.
    private static BigInteger Square(BigInteger x) => (((BigInteger.ModPow(x, 3, P) - (3 * x) + B) % P) + P) % P;

    // P leaves 3 when divided by 4, so a root is a power.
    private static BigInteger Root(BigInteger square)
    {
        var root = BigInteger.ModPow(square, (P + 1) / 4, P);
        Refusal.Unless(BigInteger.ModPow(root, 2, P) == square, ProofProblems.InvalidKey, "No point of P-256 has this first coordinate.");
        return root;
    }

    private static byte[] Bytes(BigInteger value)
    {
        var bytes = new byte[CoordinateBytes];
        var digits = value.ToByteArray(isUnsigned: true, isBigEndian: true);
        digits.CopyTo(bytes, CoordinateBytes - digits.Length);
        return bytes;
    }

    private static BigInteger Hex(string digits) => BigInteger.Parse("0" + digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
