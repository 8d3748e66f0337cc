using Microsoft.Extensions.DependencyInjection;
using Voltloop.Health.FollowAssets;
using Voltloop.Record.Policies;
using Voltloop.Record.Telemetry;
using Voltloop.Web.Composition;

namespace Voltloop.Health.IngestTelemetry;

/// <summary>Services of telemetry.</summary>
internal static class TelemetryServices
{
    /// <summary>Registers them.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<TelemetryMeter>();
        services.AddSingleton(provider => new HouseRecord(
            provider.GetRequiredService<ActorRecordReader>(), provider.GetRequiredService<ActorRecordWriter>(), (provider.GetRequiredService<IAccessPolicy>(), provider.GetRequiredService<ITelemetryStore>())));
        services.AddSingleton<TelemetryDesk>();
        services.AddSingleton<IFeedSink, FeedSink>();
        services.AddSingleton(SettingsSection.Of<TelemetrySettings>(TelemetrySettings.Section));
        services.AddSingleton(provider => TelemetrySettings.Of(provider.GetRequiredService<HouseSettings>()));
        services.AddSingleton<AssetFollower>();
        services.AddHostedService<FollowService>();
        services.AddSingleton<AssetReader>();
        services.AddSingleton<StatusReader>();
    }
}
