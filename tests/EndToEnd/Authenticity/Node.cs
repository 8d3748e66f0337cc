using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Voltloop.App.Hosting;
using Voltloop.Core.Identities;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Tests.EndToEnd.Authenticity;

/// <summary>A node over a folder, serving on a free loopback port.</summary>
internal sealed class Node : IAsyncDisposable
{
    private static readonly ThingId Cell = ThingId.Parse("https://example.com/cell");

    private readonly SqliteRecord _record;
    private readonly WebApplication _app;

    private Node(SqliteRecord record, WebApplication app)
    {
        _record = record;
        _app = app;
    }

    public Uri Url => new(_app.Urls.First());

    public SqliteRecord Record => _record;

    public static async Task<Node> StartAsync(string directory)
    {
        var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = directory });
        var app = Server.Build(record, directory, "http://127.0.0.1:0");
        await app.StartAsync();
        return new Node(record, app);
    }

    /// <summary>Writes so many assertions, each about something of its own.</summary>
    public async Task WriteAsync(int count, string issuer)
    {
        for (var i = 0; i < count; i++)
        {
            var statement = new Statement(Cell, "soh", StatementValue.Of((long)i), DateTimeOffset.UnixEpoch.AddDays(i));
            await _record.WriteAsync(new WriteBatch
            {
                Things = [new Thing(Cell, ThingKind.Cell, "Cell")],
                Assertions = [new Assertion(issuer + i.ToString(CultureInfo.InvariantCulture), [statement])],
            });
        }
    }

    /// <summary>The same node again, from the same identity and the same past.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _record.DisposeAsync();
    }
}
