using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.App.Hosting;
using Voltloop.Core.Identities;
using Voltloop.Record.Documents;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;
using Voltloop.Web.Access;
using Voltloop.Web.Composition;

namespace Voltloop.Tests.EndToEnd.Access;

/// <summary>A small house of its own: one battery with a fact of each point of Annex XIII, and settings that a test chooses.</summary>
internal sealed class House : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    public static readonly ThingId Battery = ThingId.Parse("https://id.gs1.org/01/09521234500018/21/ACCESS-1");
    public static readonly byte[] Report = "a test report of point three"u8.ToArray();
    public const string HiddenAlias = "HIDDEN-ALIAS";
    public const string HiddenDocument = ReportHashText;
    public const string NoDocument = "0000000000000000000000000000000000000000000000000000000000000000";
    public const string ReportHashText = "71261d231171f6ba4d40626bfbe23d7fc37fff4d2f2531bc53bf30338fdd9824";

    /// <summary>Statements of the one assertion.</summary>
    public const int StatedCount = 4;

    /// <summary>What the public must not meet anywhere.</summary>
    public static readonly string[] Secrets = ["NMC-7Q", ReportHashText, HiddenAlias];

    public static readonly string ReportHash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Report));

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("voltloop-access-e2e-");
    private readonly SqliteRecord _record;
    private readonly WebApplication _app;

    private House(object? settings)
    {
        File.WriteAllText(Path.Combine(_directory.FullName, HouseSettings.FileName), JsonSerializer.Serialize(new { Access = settings ?? new { } }));
        _record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _directory.FullName });
        _app = Server.Build(_record, _directory.FullName, "http://127.0.0.1:0");
    }

    public string Url => _app.Urls.First();

    public string Folder => _directory.FullName;

    public SqliteRecord Record => _record;

    public IServiceProvider Services => _app.Services;

    public static string ThingPath(string rest = "") => $"/api/v1/things/{Uri.EscapeDataString(Battery.Value)}{rest}";

    public static async Task<House> OpenAsync(object? settings = null)
    {
        var house = new House(settings);
        await house.FillAsync();
        await house._app.StartAsync();
        return house;
    }

    /// <summary>A client that sends a key or token, or nothing; it keeps cookies.</summary>
    public HttpClient Client(string? credential = null, bool follow = true)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = follow }) { BaseAddress = new Uri(Url) };
        if (credential is not null) client.DefaultRequestHeaders.Authorization = new("Bearer", credential);
        return client;
    }

    /// <summary>Makes an account; desk mode ends with the first one.</summary>
    public Task<Account> AddAccountAsync(string name, ActorRoles? roles = null, params string[] audiences) =>
        Services.GetRequiredService<AccountDesk>().AddAsync(new AccountRequest(name, Password) { Roles = roles, Audiences = audiences });

    public async Task<string> AddKeyAsync(string? operatorId = null, bool write = false, params string[] audiences) =>
        (await Services.GetRequiredService<KeyDesk>().AddAsync(new KeyRequest("test", write, 1, audiences, operatorId))).Secret;

    public static async Task<string[]> TermsAsync(HttpClient client, string query = "")
    {
        using var answer = await client.GetAsync(ThingPath("/statements" + query));
        ((int)answer.StatusCode).ShouldBe(200, await answer.Content.ReadAsStringAsync());
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return [.. json.RootElement.EnumerateArray().Select(s => s.GetProperty("term").GetString()!)];
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _record.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    private Task FillAsync() => Services.GetRequiredService<IRecordWriter>().WriteAsync(new WriteBatch
    {
        Things = [new Thing(Battery, ThingKind.Battery, "Access one") { Aliases = ["ACCESS-1", HiddenAlias] }],
        Documents = [new DocumentContent("report.txt", "text/plain", Report)],
        Assertions =
        [
            new Assertion("urn:test",
            [
                Stated("batteryCategory", StatementValue.Of("lmt")),
                Stated("cathodeMaterial", StatementValue.Of("NMC-7Q")),
                Stated("resultOfTestReport", StatementValue.Of(ReportHash)),
                Stated("batteryStatus", StatementValue.Of("original")),
            ]),
        ],
    });

    public static Statement Stated(string term, StatementValue value) => new(Battery, term, value, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
}
