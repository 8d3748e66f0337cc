using System.Security.Cryptography;
using System.Text;
using Voltloop.Core.Problems;
using Voltloop.Record.Documents;
using Voltloop.Record.Ports;

namespace Voltloop.Tests.Compliance.Record;

/// <summary>Documents: kept once, read back.</summary>
[Trait("Requirement", "18221-4")]
public abstract class DocumentCompliance : RecordCompliance
{
    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(1024 * 1024)]
    [InlineData((3 * 1024 * 1024) + 17)]
    public async Task A_document_comes_back_byte_by_byte(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        var receipt = await Keep("a.csv", bytes);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));

        await using var stream = await Reader.OpenDocumentAsync(hash);
        var copy = new MemoryStream();
        await stream.CopyToAsync(copy);

        copy.ToArray().ShouldBe(bytes);
        (await Reader.FindDocumentAsync(hash)).ShouldBe(new Document(hash, "a.csv", "text/csv", size, receipt.RecordedAt));
    }

    [Fact]
    public async Task The_same_content_is_kept_once_under_its_first_name()
    {
        var bytes = Encoding.UTF8.GetBytes("content");
        var first = await Keep("first.csv", bytes);
        await Keep("second.csv", bytes);

        var found = await Reader.FindDocumentAsync(Convert.ToHexStringLower(SHA256.HashData(bytes)));

        (found!.Name, found.RecordedAt).ShouldBe(("first.csv", first.RecordedAt));
    }

    [Fact]
    public async Task A_document_that_is_not_there_is_named()
    {
        (await Reader.FindDocumentAsync(new string('0', 64))).ShouldBeNull();
        await Refused(CommonProblems.NotFound, () => Reader.OpenDocumentAsync(new string('0', 64)).AsTask());
        await Refused(CommonProblems.InvalidValue, () => Keep("", [1]));
    }

    private Task<WriteReceipt> Keep(string name, byte[] bytes) =>
        Writer.WriteAsync(new WriteBatch { Documents = [new DocumentContent(name, "text/csv", bytes)] });
}
