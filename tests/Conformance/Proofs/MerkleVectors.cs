using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs.Merkle;

namespace Voltloop.Tests.Conformance.Proofs;

/// <summary>The proofs of transparency-dev/merkle: every file says in wantErr whether it must be refused.</summary>
public sealed class MerkleVectors
{
    [Theory]
    [InlineData("inclusion", 98)]
    [InlineData("consistency", 98)]
    [InlineData("subtreeinclusion", 204)]
    [InlineData("subtreeconsistency", 118)]
    public void Every_published_proof_is_judged_as_its_authors_do(string kind, int count)
    {
        string[] files = [.. Directory.EnumerateFiles(SharedData.Require("passport", "vectors", "merkle-rfc6962", "testdata", kind), "*.json", SearchOption.AllDirectories)];
        files.Length.ShouldBe(count);
        string[] wrong = [.. files.Where(file => !IsJudgedRight(kind, file))];
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    private static bool IsJudgedRight(string kind, string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var vector = document.RootElement;
        return (Check(kind, vector) is not null) == vector.GetProperty("wantErr").GetBoolean();
    }

    private static Problem? Check(string kind, JsonElement vector) => kind switch
    {
        "inclusion" => InclusionProof.InTree(Number(vector, "leafIdx"), Number(vector, "treeSize"), Path(vector))
            .Check(Bytes(vector, "leafHash"), Bytes(vector, "root")),
        "subtreeinclusion" => new InclusionProof(Number(vector, "leafIdx"), Range(vector), Path(vector))
            .Check(Bytes(vector, "leafHash"), Bytes(vector, "root")),
        "consistency" => ConsistencyProof.BetweenTrees(Number(vector, "size1"), Number(vector, "size2"), Path(vector))
            .Check(Bytes(vector, "root1"), Bytes(vector, "root2")),
        _ => new ConsistencyProof(Range(vector), Number(vector, "size"), Path(vector))
            .CheckSubtree(Bytes(vector, "root1"), Bytes(vector, "root2")),
    };

    private static Subtree Range(JsonElement vector) => new(Number(vector, "start"), Number(vector, "end"));

    private static ulong Number(JsonElement vector, string name) => vector.GetProperty(name).GetUInt64();

    private static byte[] Bytes(JsonElement vector, string name) => vector.GetProperty(name).GetString() is { } text ? Convert.FromBase64String(text) : [];

    private static byte[][] Path(JsonElement vector) => vector.GetProperty("proof") is { ValueKind: JsonValueKind.Array } path
        ? [.. path.EnumerateArray().Select(hash => hash.GetBytesFromBase64())]
        : [];
}
