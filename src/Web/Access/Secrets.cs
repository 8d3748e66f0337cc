using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Voltloop.Web.Access;

/// <summary>Random secrets of 256 bit, of which only the hash is kept. They need no salt: nobody can try 2^256 of them.</summary>
internal static class Secrets
{
    private const int Bytes = 32;

    /// <summary>A new secret.</summary>
    public static string New(string prefix) => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of it.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
