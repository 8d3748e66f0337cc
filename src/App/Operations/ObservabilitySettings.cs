using OpenTelemetry.Exporter;
using Voltloop.Core.Problems;

namespace Voltloop.App.Operations;

/// <summary>What the process tells whoever runs it: section <c>Observability</c>. Nothing leaves the machine unless a collector is named.</summary>
public sealed record ObservabilitySettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Observability";

    private static readonly string[] Formats = ["text", "json"];

    /// <summary>Address of an OpenTelemetry collector that takes OTLP, for example http://127.0.0.1:4318; nothing is sent without one.</summary>
    public Uri? Otlp { get; init; }

    /// <summary>How the collector is spoken to: http (protobuf over HTTP, usually port 4318) or grpc (usually port 4317).</summary>
    public string OtlpProtocol { get; init; } = "http";

    /// <summary>Name of this service among the traces and metrics.</summary>
    public string Service { get; init; } = "voltloop";

    /// <summary>Share of the requests whose traces are sent, 0 to 1; a request that belongs to a trace of its sender follows that one.</summary>
    public double TraceShare { get; init; } = 1;

    /// <summary>Seconds between two sets of metrics, 1 or more.</summary>
    public double MetricSeconds { get; init; } = 60;

    /// <summary>Least important log lines of Voltloop that are written: trace, debug, information (a line for each request), warning, error or none. Those of the libraries are written from warning on.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Warning;

    /// <summary>Form of log lines on standard error: text, or json with one object in each line.</summary>
    public string LogFormat { get; init; } = "text";

    /// <summary>How the collector is spoken to.</summary>
    public OtlpExportProtocol Protocol => OtlpProtocol == "grpc" ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;

    /// <summary>These settings.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidValue"/>: one is outside what is allowed.</exception>
    public ObservabilitySettings Checked()
    {
        Refuse(OtlpProtocol is not ("http" or "grpc"), nameof(OtlpProtocol), "Use http or grpc.");
        Refuse(Otlp is { Scheme: not ("http" or "https") }, nameof(Otlp), "Give an address that begins with http or https.");
        Refuse(!Formats.Contains(LogFormat, StringComparer.Ordinal), nameof(LogFormat), "Use text or json.");
        Refuse(TraceShare is not (>= 0 and <= 1), nameof(TraceShare), "Give a number from 0 to 1.");
        Refuse(MetricSeconds is not (>= 1 and <= 86_400), nameof(MetricSeconds), "Give 1 to 86400 seconds.");
        return this;
    }

    private static void Refuse(bool isWrong, string name, string remedy)
    {
        if (isWrong) throw new ProblemException(CommonProblems.InvalidValue, $"The setting {Section}:{name} is outside what is allowed.", $"{Section}:{name}", remedy);
    }
}
