using System.Text;
using Voltloop.Core.Canonical;

namespace Voltloop.Tests.Conformance.Proofs;

/// <summary>The vector pairs that the authors of RFC 8785 publish.</summary>
[Trait("Requirement", "REG-04")]
public sealed class CanonicalJsonVectors
{
    [Fact]
    public void All_six_published_pairs_come_out_byte_for_byte()
    {
        var folder = SharedData.Require("passport", "vectors", "jcs-rfc8785", "testdata");
        string[] inputs = [.. Directory.GetFiles(Path.Combine(folder, "input"), "*.json").Order(StringComparer.Ordinal)];
        inputs.Length.ShouldBe(6);
        foreach (var input in inputs)
        {
            var name = Path.GetFileNameWithoutExtension(input);
            var canonical = CanonicalJson.Of(File.ReadAllBytes(input));
            Encoding.UTF8.GetString(canonical).ShouldBe(File.ReadAllText(Path.Combine(folder, "output", name + ".json")), name);
            canonical.ShouldBe(Hex(Path.Combine(folder, "outhex", name + ".txt")), name);
        }
    }

    private static byte[] Hex(string path) => Convert.FromHexString(string.Concat(File.ReadAllText(path).Where(Uri.IsHexDigit)));
}
