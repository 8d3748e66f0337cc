using System.Security.Cryptography;
using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Passport.Dialects;
using Voltloop.Passport.ExportPassport;
using Voltloop.Passport.ImportPayload;
using Voltloop.Passport.ReadPassport;
using Voltloop.Record.Importing;
using Voltloop.Record.Policies;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Terms;

namespace Voltloop.Tests.Conformance.Passport;

public sealed class KeystoneTests : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("voltloop-keystone-").FullName;
    private readonly SqliteRecord _record;
    private readonly Vocabulary _vocabulary = Vocabulary.Load();
    private readonly DialectCatalog _dialects;

    public KeystoneTests()
    {
        _dialects = DialectCatalog.Load(_vocabulary);
        _record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _directory });
    }

    public async ValueTask DisposeAsync()
    {
        await _record.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task The_battery_sample_comes_back_semantically_equal_and_names_its_own_battery()
    {
        var source = Source("keystone/examples/csv/dpp-batch-export-battery.json");
        var plan = await new PayloadImporter(_dialects, _vocabulary).PlanAsync(source, Options(), _record, TestContext.Current.CancellationToken);
        await new VocabularyCheckedWriter(_record, _vocabulary).WriteAsync(plan.Batch);
        var thing = ThingId.Parse("https://id.gs1.org/01/09521234500018/21/KEYSTONE");
        var view = await new PassportReader(_record, _vocabulary).ReadAsync(thing, AsOf.Latest, AudiencePolicy.Operator);
        view.Find("ratedCapacity")!.Recorded.Statement.Value.AsNumber().ShouldBe(100);
        view.Find("batteryStatus")!.Recorded.Statement.Value.AsText().ShouldBe("original");
        var exporter = new PassportExporter(new PassportReader(_record, _vocabulary), _record, _dialects);
        var back = await exporter.ExportAsync(thing, "keystone-2", new ExportScope(AudiencePolicy.Operator, AsOf.Latest));
        JsonElement.DeepEquals(JsonDocument.Parse(source.Bytes).RootElement[0], JsonSerializer.SerializeToElement(back)).ShouldBeTrue(back.ToJsonString());
    }

    [Theory]
    [InlineData("keystone/examples/battery-dpp-v1.json", "line 5", true)]
    [InlineData("keystone/contexts/v2/dpp-core.context.jsonld", "line 6", true)]
    [InlineData("keystone/ontology/v2/sectors/Battery.jsonld", "line 132", false)]
    [InlineData("keystone/ontology/v2/core/Header.jsonld", "line 75", false)]
    public async Task A_published_file_that_is_not_strict_JSON_is_refused_with_line_and_reason(string path, string line, bool hasComments)
    {
        var refused = await Should.ThrowAsync<ProblemException>(() =>
            new PayloadImporter(_dialects, _vocabulary).PlanAsync(Source(path), Options(), _record, TestContext.Current.CancellationToken));
        refused.Problem.Kind.ShouldBe(CommonProblems.MalformedInput);
        refused.Problem.Location!.ShouldStartWith(line);
        if (hasComments) refused.Problem.Remedy!.ShouldContain("comments");
    }

    [Fact]
    public void A_commented_battery_passport_is_still_recognised_so_that_its_fault_can_be_named() =>
        new PayloadImporter(_dialects, _vocabulary).Recognises(Source("keystone/examples/battery-dpp-v1.json")).ShouldBeTrue();

    private static ImportOptions Options() =>
        new("https://example.org/issuer", new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero)) { Thing = ThingId.Parse("https://id.gs1.org/01/09521234500018/21/KEYSTONE") };

    private static ImportSource Source(string path)
    {
        var bytes = SharedData.Read(path);
        return new ImportSource(Path.GetFileName(path), bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}
