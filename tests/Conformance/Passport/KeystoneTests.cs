using System.Text.Json;
using Voltloop.Core.Problems;

namespace Voltloop.Tests.Conformance.Passport;

public sealed class KeystoneTests : IAsyncDisposable
{
    private readonly Gateway _gateway = new();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task The_battery_sample_comes_back_semantically_equal()
    {
        var source = Gateway.Source("keystone/examples/csv/dpp-batch-export-battery.json");
        await _gateway.ImportAsync(source);
        var view = await _gateway.ReadAsync();
        view.Find("ratedCapacity")!.Recorded.Statement.Value.AsNumber().ShouldBe(100);
        view.Find("batteryStatus")!.Recorded.Statement.Value.AsText().ShouldBe("original");
        var back = await _gateway.ExportAsync("keystone-2");
        JsonElement.DeepEquals(JsonDocument.Parse(source.Bytes).RootElement[0], back).ShouldBeTrue(back.GetRawText());
    }

    [Theory]
    [InlineData("keystone/examples/battery-dpp-v1.json", "line 5", true)]
    [InlineData("keystone/contexts/v2/dpp-core.context.jsonld", "line 6", true)]
    [InlineData("keystone/ontology/v2/sectors/Battery.jsonld", "line 132", false)]
    [InlineData("keystone/ontology/v2/core/Header.jsonld", "line 75", false)]
    public async Task A_published_file_that_is_not_strict_JSON_is_refused_with_line_and_reason(string path, string line, bool hasComments)
    {
        var refused = await Should.ThrowAsync<ProblemException>(() => _gateway.PlanAsync(Gateway.Source(path)));
        refused.Problem.Kind.ShouldBe(CommonProblems.MalformedInput);
        refused.Problem.Location!.ShouldStartWith(line);
        if (hasComments) refused.Problem.Remedy!.ShouldContain("comments");
    }

    [Fact]
    public void A_commented_battery_passport_is_still_recognised_so_that_its_fault_can_be_named() =>
        _gateway.Recognises(Gateway.Source("keystone/examples/battery-dpp-v1.json")).ShouldBeTrue();
}
