using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Voltloop.Record.Telemetry;

namespace Voltloop.Messages.RabbitMq;

/// <summary>Registers the feed.</summary>
public static class FeedRegistration
{
    /// <summary>Services of the feed; the service itself runs in a server only, and stays off without a broker in the settings.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="settings">Where and what to read.</param>
    public static IServiceCollection AddFeed(this IServiceCollection services, FeedSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<FeedMonitor>();
        services.AddSingleton<IFeedMonitor>(provider => provider.GetRequiredService<FeedMonitor>());
        services.AddSingleton<IFeedSender, FeedSender>();
        services.AddHostedService(provider => new FeedService(
            settings, new FeedRouter([.. provider.GetServices<IFeedSink>()]), provider.GetRequiredService<FeedMonitor>(),
            (provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>().CreateLogger("Voltloop.Feed"))));
        return services;
    }
}
