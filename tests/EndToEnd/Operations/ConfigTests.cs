using Microsoft.Extensions.Configuration;
using Voltloop.App.Settings;
using Voltloop.Core.Problems;
using Voltloop.Web.Composition;

namespace Voltloop.Tests.EndToEnd.Operations;

/// <summary>Settings: each is listed, explained and checked.</summary>
public sealed class ConfigTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("voltloop-config-");

    [Fact]
    public void Every_setting_has_a_name_of_its_own_and_a_meaning()
    {
        var all = SettingsCatalog.Read(Written("{}"));
        all.Select(setting => setting.Key).ShouldBeUnique();
        all.Where(setting => setting.Meaning.Length < 5 || setting.Kind.Length == 0).ShouldBeEmpty();
        all.Select(setting => setting.Key.Split(':')[0]).Distinct().ShouldBe(["Access", "Balance", "Chain", "Example", "Observability", "Passport", "Preservation", "Telemetry", "Tracing", "Transport"]);
        foreach (var setting in all.Where(setting => setting.From == "default")) setting.Value.ShouldBe(setting.Default, setting.Key);
        var failures = all.Single(setting => setting.Key == "Access:MaxFailures");
        (failures.Default, failures.Variable, failures.Kind).ShouldBe(("5", "VOLTLOOP_ACCESS__MAXFAILURES", "whole number"));
    }

    [Fact]
    public void What_was_set_shows_who_set_it_and_no_secret()
    {
        var settings = new HouseSettings(new ConfigurationBuilder()
            .AddJsonStream(Json("""
                { "Telemetry": { "Broker": "amqp://mira:hunter2@queue.example:5672" }, "Tracing": { "KeyEvents": { "Rules": { "formation.voltage": "off" } } },
                  "Access": { "MaxFailures": 7, "Issuers": [ { "Issuer": "https://login.example", "ClientSecret": "s3cret", "Scopes": [ "email", "groups" ] } ] } }
                """)).Build());
        var all = SettingsCatalog.Read(settings);
        string? Value(string key) => all.Single(setting => setting.Key == key).Value;
        Value("Access:MaxFailures").ShouldBe("7");
        Value("Telemetry:Broker").ShouldBe("amqp://queue.example:5672/");
        Value("Access:Issuers:0:Issuer").ShouldBe("https://login.example");
        Value("Access:Issuers:0:Scopes").ShouldBe("email, groups");
        Value("Access:Issuers:0:ClientSecret").ShouldNotBeNull();
        Value("Tracing:KeyEvents:Rules:formation.voltage").ShouldBe("off");
        string.Join('\n', all).ShouldNotContain("hunter2");
        string.Join('\n', all).ShouldNotContain("s3cret");
        SettingsCatalog.Unknown(settings).ShouldBeEmpty();
    }

    [Fact]
    public void A_name_that_nothing_reads_is_reported_with_the_nearest()
    {
        var unknown = SettingsCatalog.Unknown(Written("""{ "Telemetry": { "Brokr": "amqp://queue.example" }, "Access": { "Issuers": [ { "Isuer": "x" } ] }, "Colour": "blue" }"""));
        unknown.ShouldBe([new("Access:Issuers:0:Isuer", "Access:Issuers:0:Issuer"), new("Colour", null), new("Telemetry:Brokr", "Telemetry:Broker")]);
    }

    [Theory]
    [InlineData("""{ "Access": { "MaxFailures": "hunter2" } }""", "invalid-value", "Access:MaxFailures")]
    [InlineData("""{ "Access": """, "malformed-input", "settings.json")]
    public void A_value_of_another_kind_is_refused_by_its_name_alone(string text, string kind, string named)
    {
        var refused = Should.Throw<ProblemException>(() => SettingsCatalog.Read(Written(text))).Problem;
        refused.Kind.Code.ShouldBe(kind);
        refused.ToString().ShouldContain(named);
        refused.ToString().ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task The_verb_lists_what_file_and_environment_say()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory.FullName, HouseSettings.FileName), """{ "Passport": { "PublicBase": "https://passport.example.com" } }""", TestContext.Current.CancellationToken);
        var ofTests = new[] { "KILLS", "SCREENSHOTS", "SHARED", "WRITE" }.Select(name => ("VOLTLOOP_" + name, "0"));
        using var process = CommandLine.Voltloop.Start(["config", "--set", "--json", "--data", _directory.FullName], [("VOLTLOOP_CHAIN__ASKSECONDS", "3"), ("VOLTLOOP_CHAIN__ASKSECOND", "3"), .. ofTests]);
        var output = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(2, "a name that nothing reads was set");
        string[] Set(string origin) => [.. output.GetProperty("settings").EnumerateArray().Where(s => s.GetProperty("from").GetString() == origin).Select(s => $"{s.GetProperty("key")} = {s.GetProperty("value")}")];
        Set("settings.json").ShouldBe(["Passport:PublicBase = https://passport.example.com/"]);
        Set("environment").ShouldContain("Chain:AskSeconds = 3");
        output.GetProperty("unknown").EnumerateArray().Single().GetProperty("nearest").GetString().ShouldBe("Chain:AskSeconds");
    }

    [Fact]
    public void A_list_in_the_file_replaces_the_usual_one()
    {
        var all = SettingsCatalog.Read(Written("""{ "Passport": { "En18222": { "ArchiveAudiences": [ "authority" ] } } }"""));
        all.Single(setting => setting.Key == "Passport:En18222:ArchiveAudiences").Value.ShouldBe("authority");
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private HouseSettings Written(string text)
    {
        File.WriteAllText(Path.Combine(_directory.FullName, HouseSettings.FileName), text);
        return HouseSettings.Load(_directory.FullName);
    }

    private static MemoryStream Json(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));
}
