using Microsoft.Extensions.Configuration;
using Voltloop.Web.Composition;

namespace Voltloop.Health.FollowAssets;

/// <summary>Settings of telemetry: section <c>Telemetry</c> of <c>settings.json</c>, or <c>VOLTLOOP_TELEMETRY__...</c> of the environment.</summary>
public sealed record TelemetrySettings
{
    /// <summary>Least time between two sets of statements about one battery, s.</summary>
    public double StateEverySeconds { get; init; } = 300;

    /// <summary>Reads the settings.</summary>
    public static TelemetrySettings Of(HouseSettings settings) => settings.All.GetSection("Telemetry").Get<TelemetrySettings>() ?? new TelemetrySettings();
}
