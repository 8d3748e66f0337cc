using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Voltloop.Tests.EndToEnd.Broker;

/// <summary>A RabbitMQ of its own, with the MQTT plugin, on free loopback ports and in a temporary folder.</summary>
public sealed class RabbitServer : IAsyncDisposable
{
    private const string Program = "/usr/sbin/rabbitmq-server";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("voltloop-rabbit-");
    private readonly int _port = FreePort();
    private readonly int _names = FreePort();
    private readonly int _distribution = FreePort();

    /// <summary>Why there is none; <c>null</c> when there can be one.</summary>
    public static string? Missing => !File.Exists(Program) ? "RabbitMQ is not installed (apt-get install rabbitmq-server)." : Environment.UserName != "root" ? "Debian's RabbitMQ is started as root." : null;

    /// <summary>Address for AMQP.</summary>
    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"amqp://guest:guest@127.0.0.1:{_port}/"));

    /// <summary>Port for MQTT.</summary>
    public int MqttPort { get; } = FreePort();

    private string Log => Path.Combine(_folder.FullName, "log.txt");

    /// <summary>Makes the folders and starts.</summary>
    public static async Task<RabbitServer> BeginAsync()
    {
        var server = new RabbitServer();
        await server.ConfigureAsync();
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts, and waits until both ports answer.</summary>
    public async Task StartAsync()
    {
        File.Delete(PidFile);
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"exec {Program} >>\"{Log}\" 2>&1"]) { UseShellExecute = false, WorkingDirectory = _folder.FullName };
        foreach (var (name, value) in Settings()) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var clock = Stopwatch.StartNew();
        while (!(await AnswersAsync(_port) && await AnswersAsync(MqttPort) && File.Exists(PidFile)))
        {
            if (process.HasExited || clock.Elapsed > Patience) throw new InvalidOperationException($"RabbitMQ does not start: {await File.ReadAllTextAsync(Log)}");
            await Task.Delay(50);
        }
    }

    /// <summary>Ends it at once, as a power cut does.</summary>
    public async Task KillAsync()
    {
        using var beam = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(PidFile), CultureInfo.InvariantCulture));
        beam.Kill();
        await beam.WaitForExitAsync(new CancellationTokenSource(Patience).Token);
        for (var clock = Stopwatch.StartNew(); await AnswersAsync(_port) && clock.Elapsed < Patience;) await Task.Delay(20);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await RunAsync("epmd", "-kill");
        for (var attempt = 0; _folder.Exists && attempt < 20; attempt++)
        {
            try
            {
                _folder.Delete(recursive: true);
                return;
            }
            catch (IOException)
            {
                await Task.Delay(100);
            }
        }
    }

    private string PidFile => Path.Combine(_folder.FullName, "pid");

    private async Task ConfigureAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "plugins"), "[rabbitmq_mqtt].");
        await File.WriteAllTextAsync(
            Path.Combine(_folder.FullName, "rabbit.conf"),
            string.Create(CultureInfo.InvariantCulture, $"listeners.tcp.1 = 127.0.0.1:{_port}\nmqtt.listeners.tcp.1 = 127.0.0.1:{MqttPort}\nmqtt.allow_anonymous = true\ndisk_free_limit.absolute = 10MB\nlog.file.level = warning\n"));
        await RunAsync("chown", "-R", "rabbitmq:rabbitmq", _folder.FullName);
    }

    private Dictionary<string, string> Settings() => new(StringComparer.Ordinal)
    {
        ["RABBITMQ_NODENAME"] = string.Create(CultureInfo.InvariantCulture, $"voltloop{_port}@localhost"),
        ["RABBITMQ_DIST_PORT"] = _distribution.ToString(CultureInfo.InvariantCulture),
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(_folder.FullName, "data"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(_folder.FullName, "log"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(_folder.FullName, "plugins"),
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(_folder.FullName, "rabbit.conf"),
        ["RABBITMQ_PID_FILE"] = PidFile,
        ["ERL_EPMD_PORT"] = _names.ToString(CultureInfo.InvariantCulture),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
    };

    private async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Settings()) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(new CancellationTokenSource(Patience).Token);
    }

    private static async Task<bool> AnswersAsync(int port)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
