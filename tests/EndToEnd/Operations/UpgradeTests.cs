using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Voltloop.App.Example;
using Voltloop.App.Hosting;
using Voltloop.Record.Sqlite;
using Voltloop.Tests.EndToEnd.Api;

namespace Voltloop.Tests.EndToEnd.Operations;

/// <summary>
/// A store that the first version with a command line wrote (schema 1: before access, log, events and telemetry) is opened by this one.
/// What that version said of it over HTTP was saved beside it.
/// </summary>
public sealed class UpgradeTests : IAsyncDisposable
{
    private const int MeasuredRows = 1299;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("voltloop-upgrade-");
    private SqliteRecord? _record;
    private WebApplication? _app;

    [Fact]
    public async Task The_oldest_store_says_after_the_upgrade_what_it_said_before()
    {
        await UnpackAsync();
        using var client = await OpenAsync();
        foreach (var before in JsonDocument.Parse(Fixture("first-store.json")).RootElement.EnumerateArray())
        {
            var address = $"/api/v1/things/{Uri.EscapeDataString(before.GetProperty("thing").GetProperty("id").GetString()!)}";
            Agree(before.GetProperty("thing"), await client.JsonAsync(address), ["href"]);
            var after = (await client.JsonAsync(address + "/statements")).EnumerateArray().ToDictionary(fact => fact.GetProperty("term").GetString()!, StringComparer.Ordinal);
            var facts = before.GetProperty("statements").EnumerateArray().ToArray();
            after.Count.ShouldBe(facts.Length);
            foreach (var fact in facts) Agree(fact, after[fact.GetProperty("term").GetString()!], []);
        }
    }

    [Fact]
    public async Task It_is_sound_signed_and_takes_what_this_version_writes()
    {
        await UnpackAsync();
        using (var client = await OpenAsync())
        {
            var cell = $"/api/v1/things/{Uri.EscapeDataString("https://id.gs1.org/01/09521234500018/21/TBSI-B1T25")}";
            (await client.JsonAsync(cell + "/series"))[0].GetProperty("samples").GetInt64().ShouldBe(MeasuredRows);
            // The first version had no log: what it wrote was entered when it was opened, and can be proven now.
            (await client.JsonAsync(cell + "/statements")).EnumerateArray().ShouldAllBe(fact => fact.GetProperty("assertion").GetString()!.Length > 0);
            (await client.GetStringAsync("/api/v1/log/checkpoint")).Split('\n')[1].ShouldBe("3", "three files were read in, an assertion each");
            using var table = new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(ExampleValueChain.ShippedSamples, "tbsi-sunwoda", "TBSI-B02T25.csv"), TestContext.Current.CancellationToken));
            using var imported = await client.PostAsync("/api/v1/imports?name=TBSI-B02T25.csv", table);
            imported.IsSuccessStatusCode.ShouldBeTrue(await imported.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        await CloseAsync();
        using var voltloop = CommandLine.Voltloop.Start(["doctor", "--json", "--data", _directory.FullName]);
        var report = await voltloop.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await voltloop.WaitForExitAsync(TestContext.Current.CancellationToken);
        voltloop.ExitCode.ShouldBe(0, report);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _directory.Delete(recursive: true);
    }

    // Everything that was said is said again with the same value; newer fields may stand beside it.
    private static void Agree(JsonElement before, JsonElement after, string[] left)
    {
        foreach (var field in before.EnumerateObject().Where(field => !left.Contains(field.Name) && field.Value.ValueKind != JsonValueKind.Null))
        {
            if (field.Value.ValueKind == JsonValueKind.Object) Agree(field.Value, after.GetProperty(field.Name), left);
            else JsonElement.DeepEquals(after.GetProperty(field.Name), field.Value).ShouldBeTrue($"{field.Name}: {after.GetProperty(field.Name)} instead of {field.Value}");
        }
    }

    private async Task<HttpClient> OpenAsync()
    {
        _record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _directory.FullName });
        _app = Server.Build(_record, _directory.FullName, "http://127.0.0.1:0");
        await _app.StartAsync(TestContext.Current.CancellationToken);
        return new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    private async Task CloseAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        if (_record is not null) await _record.DisposeAsync();
        (_app, _record) = (null, null);
    }

    private async Task UnpackAsync()
    {
        await using var packed = new GZipStream(Fixture("first-store.db.gz"), CompressionMode.Decompress);
        await using var store = File.Create(Path.Combine(_directory.FullName, SqliteRecord.FileName));
        await packed.CopyToAsync(store, TestContext.Current.CancellationToken);
    }

    private static Stream Fixture(string name) => typeof(UpgradeTests).Assembly.GetManifestResourceStream("Voltloop.Tests.EndToEnd.Operations.Upgrade." + name)!;
}
