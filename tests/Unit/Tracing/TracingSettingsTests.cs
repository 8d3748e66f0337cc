using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Voltloop.App.Hosting;
using Voltloop.Record.Sqlite;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.CheckKeyEvents;
using Voltloop.Tracing.FoldEvents;
using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tests.Unit.Tracing;

/// <summary>Settings hold for verbs as for the server: nothing here has the configuration of a web server.</summary>
public sealed class TracingSettingsTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("voltloop-settings-");
    private SqliteRecord _record = null!;

    public ValueTask InitializeAsync()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "settings.json"), """
            { "Tracing": { "KeyEvents": { "Mode": "reject", "Rules": { "coating.where": "off" } }, "Capture": { "MaxEvents": 3 }, "Fold": { "CreateCells": true } }, "Balance": { "Coverage": 4.5 } }
            """);
        _record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _folder.FullName });
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _record.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_settings_file_of_the_data_directory_holds_without_a_server()
    {
        await using var services = new ServiceCollection().AddVoltloop(_record, _folder.FullName).BuildServiceProvider();
        var policy = services.GetRequiredService<IOptions<KeyEventPolicy>>().Value;
        (policy.Mode, policy.Rules["coating.where"]).ShouldBe((KeyEventMode.Reject, KeyEventMode.Off));
        services.GetRequiredService<IOptions<CaptureLimits>>().Value.MaxEvents.ShouldBe(3);
        services.GetRequiredService<FoldPolicy>().CreateCells.ShouldBeTrue();
        services.GetRequiredService<IOptions<CustodyPolicy>>().Value.Coverage.ShouldBe(4.5);
    }

    [Fact]
    public async Task A_capture_without_a_server_refuses_what_the_settings_refuse()
    {
        await using var services = new ServiceCollection().AddVoltloop(_record, _folder.FullName).BuildServiceProvider();
        var document = """{"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",{"voltloop":"urn:voltloop:vocab:"}],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2027-03-01T00:00:00Z","epcisBody":{"eventList":[{"type":"ObjectEvent","eventTime":"2027-03-01T00:00:00Z","eventTimeZoneOffset":"+00:00","action":"OBSERVE","epcList":["https://id.gs1.org/01/09521234500209/21/C1"],"voltloop:keyEvent":"no-such-step"}]}}""";
        var result = await services.GetRequiredService<CaptureDesk>().CaptureAsync(new CaptureRequest(Encoding.UTF8.GetBytes(document)), TestContext.Current.CancellationToken);
        result.Job.Success.ShouldBe(false);
        result.Job.Errors.ShouldContain("no-such-step");
    }
}
