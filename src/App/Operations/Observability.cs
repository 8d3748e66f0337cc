using System.Diagnostics;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Voltloop.Record.Writing;

namespace Voltloop.App.Operations;

/// <summary>
/// Traces and metrics for a collector (OpenTelemetry), and log lines. They name routes, states, counts and times: never who asked,
/// from where, or for which battery.
/// </summary>
internal static class Observability
{
    private static readonly string[] Meters = [RecordInstruments.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    /// <summary>Says what is written to standard error.</summary>
    public static void AddLog(this ILoggingBuilder log, ObservabilitySettings settings)
    {
        log.ClearProviders();
        if (settings.LogFormat == "json") log.AddJsonConsole(json => (json.UseUtcTimestamp, json.TimestampFormat) = (true, "O"));
        else log.AddSimpleConsole(text => (text.UseUtcTimestamp, text.TimestampFormat, text.SingleLine) = (true, "yyyy-MM-ddTHH:mm:ssZ ", false));
        log.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        // Libraries name addresses and whole paths below this level.
        log.SetMinimumLevel(LogLevel.Warning);
        log.AddFilter("Voltloop", settings.LogLevel);
        // It warns that the keys of the forms lie in the clear; they lie beside the data they protect.
        log.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    /// <summary>Sends traces and metrics when a collector is named.</summary>
    public static void AddTelemetryExport(this IServiceCollection services, ObservabilitySettings settings)
    {
        services.AddSingleton<RequestTelemetry>();
        if (settings.Otlp is null) return;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(settings.Service, serviceVersion: typeof(Observability).Assembly.GetName().Version!.ToString(3)))
            .WithTracing(traces => traces
                .AddSource(RecordInstruments.Name, RequestTelemetry.Source)
                .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(settings.TraceShare)))
                .AddOtlpExporter(otlp => Aim(otlp, settings, "v1/traces")))
            .WithMetrics(metrics => metrics
                .AddMeter(Meters)
                .AddOtlpExporter((otlp, reader) =>
                {
                    Aim(otlp, settings, "v1/metrics");
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)(settings.MetricSeconds * 1000);
                }));
    }

    // Over HTTP each signal has a path of its own; the exporter leaves an address that it is given as it is.
    private static void Aim(OtlpExporterOptions otlp, ObservabilitySettings settings, string path)
    {
        otlp.Protocol = settings.Protocol;
        otlp.Endpoint = settings.Protocol == OtlpExportProtocol.Grpc ? settings.Otlp! : new Uri(settings.Otlp!.AbsoluteUri.TrimEnd('/') + "/" + path);
    }
}
