using Voltloop.Core.Problems;
using Voltloop.Record.Importing;

namespace Voltloop.Tests.Unit.Record;

/// <summary>Uploads that begin as gzip and end at once, which a fuzzing run found to fail without a name.</summary>
public sealed class HostileGzipTests
{
    [Theory]
    [InlineData("1F8B08")]
    [InlineData("1F8B0800")]
    [InlineData("1F8B08000000000000")]
    [InlineData("1F8B0800000000000003FFFFFFFFFFFFFFFFFFFF")]
    public async Task A_gzip_file_that_is_cut_or_damaged_is_refused_by_name(string hex)
    {
        var refused = await Should.ThrowAsync<ProblemException>(() => ImportIntake.ReadAsync("a.gz", new MemoryStream(Convert.FromHexString(hex)), CancellationToken.None));
        refused.Problem.Kind.ShouldBe(CommonProblems.MalformedInput);
    }
}
