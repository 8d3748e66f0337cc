using System.Security.Cryptography;
using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Passport.Dialects;
using Voltloop.Passport.ExportPassport;
using Voltloop.Passport.ImportPayload;
using Voltloop.Passport.Model;
using Voltloop.Passport.ReadPassport;
using Voltloop.Record.Importing;
using Voltloop.Record.Policies;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Terms;

namespace Voltloop.Tests.Conformance.Passport;

/// <summary>A store of its own with the gateways in front of it, and one battery that payloads are about.</summary>
internal sealed class Gateway : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("voltloop-gateway-").FullName;
    private readonly SqliteRecord _record;
    private readonly Vocabulary _vocabulary = Vocabulary.Load();

    public Gateway()
    {
        Dialects = DialectCatalog.Load(_vocabulary);
        _record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _directory });
    }

    public static ThingId Battery { get; } = ThingId.Parse("https://id.gs1.org/01/09521234500018/21/CONFORMANCE");

    public DialectCatalog Dialects { get; }

    public static ImportSource Source(string path) => Source(SharedData.Passport(path), Path.GetFileName(path));

    public static ImportSource Source(byte[] bytes, string name = "payload.json") => new(name, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    public static JsonElement Parse(ReadOnlyMemory<byte> bytes) => JsonText.Parse(JsonText.ToUtf8(bytes)).RootElement;

    public bool Recognises(ImportSource source) => new PayloadImporter(Dialects, _vocabulary).Recognises(source);

    public Task<ImportPlan> PlanAsync(ImportSource source, bool strict = false, bool named = true)
    {
        var options = new ImportOptions("https://example.org/issuer", new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero)) { Thing = named ? Battery : null, Strict = strict };
        return new PayloadImporter(Dialects, _vocabulary).PlanAsync(source, options, _record, TestContext.Current.CancellationToken);
    }

    public async Task<ImportPlan> ImportAsync(ImportSource source)
    {
        Recognises(source).ShouldBeTrue();
        var plan = await PlanAsync(source);
        await new VocabularyCheckedWriter(_record, _vocabulary).WriteAsync(plan.Batch, TestContext.Current.CancellationToken);
        return plan;
    }

    public Task<PassportView> ReadAsync() => Reader().ReadAsync(Battery, AsOf.Latest, AudiencePolicy.Operator);

    public async Task<JsonElement> ExportAsync(string format, string audience = AudiencePolicy.Operator)
    {
        var exporter = new PassportExporter(Reader(), _record, Dialects);
        return JsonSerializer.SerializeToElement(await exporter.ExportAsync(Battery, format, new ExportScope(audience, AsOf.Latest)));
    }

    public async ValueTask DisposeAsync()
    {
        await _record.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private PassportReader Reader() => new(_record, _vocabulary);
}
