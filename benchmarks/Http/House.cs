using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.App.Example;
using Voltloop.App.Hosting;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite;

namespace Voltloop.Bench.Http;

/// <summary>The whole application with the example value chain, on a free loopback port and in a folder that is removed.</summary>
internal static class House
{
    public static async Task<T> UseAsync<T>(Func<string, Task<T>> body, Func<IRecordWriter, Task>? more = null)
    {
        var directory = Directory.CreateTempSubdirectory("voltloop-bench-http-");
        try
        {
            await using var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = directory.FullName });
            await using var app = Server.Build(record, directory.FullName, "http://127.0.0.1:0");
            var example = new ExampleValueChain(app.Services.GetRequiredService<ImportDesk>(), record, ExampleValueChain.ShippedSamples);
            await example.LoadAsync(TimeProvider.System.GetUtcNow(), _ => { }, CancellationToken.None);
            await (more?.Invoke(record) ?? Task.CompletedTask);
            await app.StartAsync();
            var result = await body(app.Urls.First());
            await app.StopAsync();
            return result;
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
