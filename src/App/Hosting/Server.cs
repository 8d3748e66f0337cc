using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Json;
using Voltloop.App.Operations;
using Voltloop.App.Preservation;
using Voltloop.App.Problems;
using Voltloop.Record.Importing;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Writing;
using Voltloop.App.Example;
using Voltloop.Web.Composition;
using Voltloop.Web;
using Voltloop.Web.Access;
using Voltloop.Web.Api;
using Voltloop.Web.Import;
using Voltloop.Web.Preservation;
using Voltloop.Web.Tour;

namespace Voltloop.App.Hosting;

/// <summary>The web application over an open store.</summary>
public static class Server
{
    /// <summary>Room for the form fields around an uploaded file, in bytes.</summary>
    private const long FormOverhead = 64 * 1024;

    /// <summary>Builds the application; the caller starts and stops it.</summary>
    /// <param name="record">The open store; its owner closes it.</param>
    /// <param name="directory">Directory of the store.</param>
    /// <param name="urls">Addresses to listen on; <c>null</c> for those of the configuration.</param>
    /// <param name="transport">TLS and versions of HTTP; <c>null</c> for the settings of the directory.</param>
    /// <exception cref="Core.Problems.ProblemException">An https address without a usable certificate.</exception>
    public static WebApplication Build(SqliteRecord record, string directory, string? urls, TransportSettings? transport = null) => Build(record, directory, (urls, transport), House.Rooms);

    /// <summary>Builds the application with rooms of one's own beside those of the house.</summary>
    /// <param name="record">The open store; its owner closes it.</param>
    /// <param name="directory">Directory of the store.</param>
    /// <param name="listen">Addresses, and TLS and versions of HTTP, as above.</param>
    /// <param name="rooms">All rooms.</param>
    public static WebApplication Build(SqliteRecord record, string directory, (string? Urls, TransportSettings? Transport) listen, IReadOnlyList<ICapability> rooms)
    {
        var (urls, transport) = listen;
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelHttpsConfiguration();
        if (urls is not null)
        {
            builder.WebHost.UseUrls(urls);
        }

        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = ImportLimits.MaxBytes + FormOverhead;
        });
        var settings = HouseSettings.Load(directory);
        transport ??= settings.Get<TransportSettings>(TransportSettings.Section);
        Transport.Configure(builder, transport, urls);
        var observability = settings.Get<ObservabilitySettings>(ObservabilitySettings.Section).Checked();
        builder.Logging.AddLog(observability);
        builder.Services.AddTelemetryExport(observability);
        AddServices(builder.Services, record, directory);
        foreach (var room in rooms.Except(House.Rooms)) room.AddServices(builder.Services);
        var app = builder.Build();
        MapRoutes(app, transport, rooms);
        return app;
    }

    private static void AddServices(IServiceCollection services, SqliteRecord record, string directory)
    {
        services.AddVoltloop(record, directory);
        services.AddVoltloopWeb();
        services.AddSingleton<IImportDesk, StagedImports>();
        services.AddSingleton(DataSources.Cards);
        services.AddSingleton(provider => new WitnessCollector(record, provider.GetRequiredService<PreservationSettings>(), directory, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICosignatures>(provider => provider.GetRequiredService<WitnessCollector>());
        services.AddHostedService(provider => provider.GetRequiredService<WitnessCollector>());
        services.AddSingleton(provider => new LogWitness(new HttpClient(), record.Keys, directory, provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService(provider => new ReplicaPuller(
            provider.GetRequiredService<PreservationParts>(), provider.GetRequiredService<ChangeTracker>(), record, provider.GetRequiredService<StoreDirectory>()));
        services.AddExceptionHandler<ProblemHandler>();
        services.AddProblemDetails();
        // A body or parameter that cannot be read is told as a problem, not by an empty answer.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddResponseCompression(compression => compression.EnableForHttps = false);
        // Without keys of its own, every restart would void the forms that people have open.
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(directory, "keys")));
        services.AddOpenApi("v1");
        services.AddHealth();
        services.Configure<JsonOptions>(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.KebabCaseLower));
            json.SerializerOptions.Converters.Add(new Web.Http.FiniteNumbers());
        });
    }

    private static void MapRoutes(WebApplication app, TransportSettings transport, IReadOnlyList<ICapability> rooms)
    {
        app.Use(app.Services.GetRequiredService<RequestTelemetry>().InvokeAsync);
        app.UseExceptionHandler();
        Transport.Use(app, transport);
        app.UseResponseCompression();
        app.UseWebSockets();
        app.UseVoltloopWeb();
        app.UsePreservation();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapHealth();
        app.MapRecord();
        app.MapLog();
        app.MapVerification();
        app.MapImports();
        app.MapAccess();
        app.MapDocuments();
        app.MapTour();
        app.MapPreservation();
        app.MapReplication();
        app.MapWitness();
        app.MapPreservationForms();
        foreach (var room in rooms)
        {
            room.MapRoutes(app);
        }

        app.MapVoltloopWeb(rooms);
    }
}
