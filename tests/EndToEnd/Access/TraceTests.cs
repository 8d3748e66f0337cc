using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Voltloop.Tests.EndToEnd.Access;

/// <summary>Who reads public data leaves no trace: no address in the store, its neighbours or the log of the server.</summary>
public sealed class TraceTests
{
    // Any address of 127.0.0.0/8 reaches this machine; nothing else in the house names this one.
    private const string Address = "127.77.66.55";
    private const int Most = 1000;
    private const string Forwarded = "203.0.113.77";

    [Fact]
    public async Task Public_reads_store_no_address_and_no_user_agent()
    {
        await using var house = await House.OpenAsync(new { Desk = false, AnonymousBurst = 40, AnonymousPerSecond = 1 });
        using var lines = new Lines();
        house.Services.GetRequiredService<ILoggerFactory>().AddProvider(lines);
        using var client = From(Address, house.Url);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", Forwarded);
        client.DefaultRequestHeaders.UserAgent.ParseAdd("curious-reader/7.7");
        (await client.GetStringAsync("/api/v1/me")).ShouldContain("none");
        var codes = new HashSet<int>();
        string[] paths = ["/", House.ThingPath(), House.ThingPath("/statements"), "/p/" + Uri.EscapeDataString(House.Battery.Value), "/01/09521234500018/21/ACCESS-1", "/nowhere", $"/api/v1/documents/{House.ReportHash}"];
        for (var i = 0; i < 60 || (!codes.Contains(429) && i < Most); i++)
        {
            using var answer = await client.GetAsync(paths[i % paths.Length]);
            codes.Add((int)answer.StatusCode);
        }

        using var guess = From(Address, house.Url, "vl_guess");
        (await guess.GetAsync("/api/v1/me")).Dispose();
        codes.ShouldContain(200);
        codes.ShouldContain(404);
        codes.ShouldContain(429);
        foreach (var (file, bytes) in Files(house.Folder))
        {
            foreach (var trace in Traces()) bytes.AsSpan().IndexOf(trace).ShouldBe(-1, $"{file} holds a trace of the reader");
        }

        lines.All.Where(line => line.Contains(Address, StringComparison.Ordinal) || line.Contains(Forwarded, StringComparison.Ordinal) || line.Contains("curious", StringComparison.Ordinal)).ShouldBeEmpty();
        house.Record.AccessLog.Head.Number.ShouldBe(0);
    }

    [Fact]
    public async Task The_search_for_traces_finds_one_that_is_there()
    {
        await using var house = await House.OpenAsync();
        await File.WriteAllTextAsync(Path.Combine(house.Folder, "access.log"), $"GET / from {Address}");
        Files(house.Folder).Count(file => file.Bytes.AsSpan().IndexOf(Traces()[0]) >= 0).ShouldBe(1);
    }

    private static byte[][] Traces() =>
    [
        Encoding.UTF8.GetBytes(Address), Encoding.Unicode.GetBytes(Address), Encoding.UTF8.GetBytes(Forwarded), IPAddress.Parse(Address).MapToIPv6().GetAddressBytes(),
        "curious-reader"u8.ToArray(), "vl_guess"u8.ToArray(),
    ];

    private static IEnumerable<(string Name, byte[] Bytes)> Files(string folder)
    {
        // The lock is held by the server, and empty but for its process number.
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)))
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            yield return (path, copy.ToArray());
        }
    }

    private static HttpClient From(string address, string url, string? key = null)
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        { BaseAddress = new Uri(url) };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _all = new();

        public IEnumerable<string> All => _all;

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _all.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
            // It holds nothing but lines.
        }
    }
}
