using System.Security.Cryptography;
using System.Text;

namespace Voltloop.Bench.Fuzz;

/// <summary>An input that was not answered rightly, kept below <c>artifacts/fuzz</c>.</summary>
/// <param name="Target">Who read it.</param>
/// <param name="Key">What findings are told apart by.</param>
/// <param name="Input">The smallest input found for it.</param>
/// <param name="Detail">Exception and stack.</param>
internal sealed record FuzzFinding(string Target, string Key, byte[] Input, string Detail)
{
    /// <summary>Where findings are written, in the working directory.</summary>
    public static string Folder => Path.Combine("artifacts", "fuzz");

    /// <summary>The file of the input.</summary>
    public string FilePath => Path.Combine(Folder, $"{Target}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))[..12]}");

    /// <summary>How to read it again.</summary>
    public string Again => $"./bench fuzz --target {Target} --file {FilePath}";

    /// <summary>Writes the input and, beside it, what happened and how to see it again.</summary>
    public void Keep()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllBytes(FilePath, Input);
        File.WriteAllText(FilePath + ".txt", $"{Again}\n\n{Key}\n{Detail}\n");
    }
}
