using System.CommandLine;
using Voltloop.App.Example;
using Voltloop.App.Hosting;
using Voltloop.App.Settings;
using Voltloop.Record.Importing;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Replication;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Things;
using Voltloop.Web.Access;
using Voltloop.Web.Composition;
using Voltloop.Web.Tour;

namespace Voltloop.App.Verbs;

/// <summary><c>serve</c>: the web application over the embedded store.</summary>
internal static class ServeVerb
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Addresses to listen on, separated by semicolons.",
        HelpName = "URL",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("ASPNETCORE_URLS") ?? DefaultUrl,
    };

    private static readonly Option<bool> Empty = new("--empty") { Description = "Do not load the example value chain." };

    private static readonly Option<string?> Certificate = new("--certificate") { Description = "Certificate for https addresses: a PEM file (chain and key in it, or --key) or a PFX file.", HelpName = "FILE" };

    private static readonly Option<string?> Key = new("--key") { Description = "PEM file of the private key.", HelpName = "FILE" };

    private static readonly Option<string?> PasswordFile = new("--password-file") { Description = "File with the password of the key in its first line.", HelpName = "FILE" };

    private static readonly Option<string?> Tls = new("--tls") { Description = "Oldest version of TLS: 1.2 (default) or 1.3.", HelpName = "VERSION" };

    private static readonly Option<bool> RequireHttp2 = new("--require-http2") { Description = "Refuse HTTP/1.1 on https addresses." };

    /// <summary>The command.</summary>
    public static Command Build(VerbHost host)
    {
        var command = new Command("serve", "Serve pages and API over the store.\n\nExample: ./run serve --data ./mine --empty --urls http://127.0.0.1:8080")
        {
            Urls, Empty, Certificate, Key, PasswordFile, Tls, RequireHttp2,
        };
        command.SetAction((parsed, cancellation) => host.TranslateAsync(parsed, () => RunAsync(parsed, host.Directory(parsed), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string directory, CancellationToken cancellation)
    {
        await using var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = directory });
        await using var app = Server.Build(record, directory, parsed.GetRequiredValue(Urls), Transport(parsed, directory));
        if (!parsed.GetValue(Empty) && record.Preservation == ReplicaState.Alone)
        {
            await LoadExampleAsync(app.Services, record, cancellation);
        }

        foreach (var unknown in SettingsCatalog.Unknown(app.Services.GetRequiredService<HouseSettings>())) Console.Error.WriteLine($"{unknown} It has no effect (./run config lists all).");
        await app.StartAsync(cancellation);
        await AnnounceAsync(app, directory, cancellation);
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    private static TransportSettings Transport(ParseResult parsed, string directory)
    {
        var stored = TransportSettings.Load(directory);
        return stored with
        {
            Certificate = parsed.GetValue(Certificate) ?? stored.Certificate,
            Key = parsed.GetValue(Key) ?? stored.Key,
            PasswordFile = parsed.GetValue(PasswordFile) ?? stored.PasswordFile,
            Tls = parsed.GetValue(Tls) ?? stored.Tls,
            RequireHttp2 = parsed.GetValue(RequireHttp2) || stored.RequireHttp2,
        };
    }

    private static async Task LoadExampleAsync(IServiceProvider services, SqliteRecord record, CancellationToken cancellation)
    {
        var example = new ExampleValueChain(services.GetRequiredService<ImportDesk>(), record, ExampleValueChain.ShippedSamples) { Parts = [.. services.GetServices<IExamplePart>()] };
        var live = !Console.IsErrorRedirected;
        var outcome = await example.LoadAsync(
            services.GetRequiredService<TimeProvider>().GetUtcNow(),
            next => Console.Error.Write(live ? $"\r\u001b[K{ExampleValueChain.Line(next)}" : ""),
            cancellation);
        Console.Error.Write(live ? "\r\u001b[K" : "");
        foreach (var refused in outcome.Refused)
        {
            Console.Error.WriteLine($"Left out of the example: {refused}");
        }
    }

    private static readonly (string Path, string What)[] Places =
    [
        ("/", "the fleet at a glance"), ("/import", "read a file of your own"), ("/search", "any battery by any identifier"), ("/openapi/v1.json", "the API"),
    ];

    private static readonly (string Path, string What)[] ExamplePlaces =
    [
        ("/tour", "the example value chain from mine to mine, in ten stops"),
        ("/", "the fleet at a glance"),
        ("/search", "any battery by any identifier, for example TBSI-B1T25"),
        ("/balance", "what does not fit in the books of mass: one mine of the example"),
        ("/recall", "what a machine, a lot or a roll went into, for example COATER-3 on 5 March 2024 from 10:00 to 11:00"),
        ("/import", "read a file of your own"),
        ("/openapi/v1.json", "the API"),
    ];

    private static async Task AnnounceAsync(WebApplication app, string directory, CancellationToken cancellation)
    {
        var record = app.Services.GetRequiredService<IRecordReader>();
        var url = app.Urls.First();
        Console.WriteLine($"Voltloop serves {Batteries(await record.CountThingsAsync(cancellation))} batteries from {directory}");
        foreach (var (path, what) in await app.Services.GetRequiredService<TourDesk>().IsOfferedAsync(cancellation) ? ExamplePlaces : Places) Console.WriteLine($"  {url}{path,-18}{what}");
        Console.WriteLine(Access(app.Services, directory));
        if (url.StartsWith("https", StringComparison.Ordinal)) Console.WriteLine($"  HTTP/1.1, HTTP/2{(Hosting.Transport.HasHttp3 ? ", HTTP/3" : "; HTTP/3 needs the library msquic, which is not here")}");
        Console.WriteLine("Stop with Ctrl-C.");
    }

    private static string Access(IServiceProvider services, string directory) =>
        services.GetRequiredService<DeskMode>().IsOpen ? "  You are the local operator: nobody signs in while this server listens on this machine only."
        : services.GetRequiredService<IAccountStore>().HasAccounts ? "  Sign in at /sign-in; without a login only public data is shown."
        : $"  Only public data is shown, and nobody can sign in yet. Make the first account: ./run account add NAME --data {directory}";

    private static long Batteries(IReadOnlyDictionary<ThingKind, long> counts) =>
        counts.Where(count => BatteryKinds.All.Contains(count.Key)).Sum(count => count.Value);
}
