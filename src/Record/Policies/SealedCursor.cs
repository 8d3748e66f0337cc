using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Voltloop.Core.Problems;

namespace Voltloop.Record.Policies;

/// <summary>
/// Hides the store's cursor, which may name an item that the reader must not see. Valid until the program ends.
/// </summary>
internal static class SealedCursor
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int MaxLength = 8192;

    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    public static string Seal(string? cursor, int skip)
    {
        var plain = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{skip}|{(cursor is null ? "" : "." + cursor)}"));
        var sealedBytes = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(Key, TagBytes);
        cipher.Encrypt(sealedBytes.AsSpan(0, NonceBytes), plain, sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes));
        return Convert.ToHexStringLower(sealedBytes);
    }

    public static (string? Cursor, int Skip) Open(string? text)
    {
        if (text is null) return (null, 0);
        try
        {
            return Read(text.Length <= MaxLength ? Convert.FromHexString(text) : []);
        }
        catch (Exception e) when (e is FormatException or CryptographicException or ArgumentException)
        {
            throw new ProblemException(new Problem(CommonProblems.BadRequest, "The cursor is not one of this server's, or the server was started anew.", "cursor", "Begin with the first page."), e);
        }
    }

    private static (string? Cursor, int Skip) Read(byte[] bytes)
    {
        var plain = new byte[Math.Max(0, bytes.Length - NonceBytes - TagBytes)];
        using var cipher = new AesGcm(Key, TagBytes);
        cipher.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes + TagBytes), bytes.AsSpan(NonceBytes, TagBytes), plain);
        var parts = Encoding.UTF8.GetString(plain).Split('|', 2);
        return (parts[1].Length == 0 ? null : parts[1][1..], int.Parse(parts[0], CultureInfo.InvariantCulture));
    }
}
