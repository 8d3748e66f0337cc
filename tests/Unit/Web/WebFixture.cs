using Microsoft.Extensions.DependencyInjection.Extensions;
using Voltloop.Record.Importing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Voltloop.App.Hosting;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Terms;
using Voltloop.Web;
using Voltloop.Web.Composition;
using Voltloop.Web.Import;

namespace Voltloop.Tests.Unit.Web;

/// <summary>The shell on a loopback port over a small record in memory.</summary>
public sealed class WebFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("voltloop-shell-");
    private SqliteRecord? _accounts;
    private WebApplication? _app;

    public HttpClient Client { get; private set; } = default!;

    internal MemoryRecord Record { get; } = new();

    internal TestDesk Desk { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _accounts = SqliteRecord.Open(new SqliteRecordOptions { Directory = _directory.FullName });
        builder.Services.AddVoltloop(_accounts, _directory.FullName);
        // What the rooms read and run needs the real vocabulary; the shell is tested with a small one.
        builder.Services.RemoveAll<IImporter>();
        builder.Services.RemoveAll<IHostedService>();
        builder.Services.AddVoltloopWeb();
        builder.Services.AddSingleton<IRecordReader>(Record);
        builder.Services.AddSingleton<IVocabulary>(new MemoryVocabulary());
        builder.Services.AddSingleton<IImportDesk>(Desk);
        builder.Services.AddSingleton<IThingPanel>(new TestPanel());
        _app = builder.Build();
        _app.UseVoltloopWeb();
        _app.MapVoltloopWeb([]);
        _app.MapGet("/failing", string () => throw new InvalidOperationException("secret detail"));
        await _app.StartAsync();
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_app.Urls.First()) };
        Client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public async Task<string> PageAsync(string path)
    {
        using var response = await Client.GetAsync(path);
        return await response.Content.ReadAsStringAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
        await _accounts!.DisposeAsync();
        _directory.Delete(recursive: true);
    }
}
