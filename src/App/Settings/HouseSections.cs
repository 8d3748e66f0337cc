using Voltloop.App.Hosting;
using Voltloop.App.Operations;
using Voltloop.Messages.RabbitMq;
using Voltloop.Web.Access;
using Voltloop.Web.Composition;
using Voltloop.Web.Preservation;

namespace Voltloop.App.Settings;

/// <summary>The sections of the house itself; rooms declare theirs.</summary>
internal static class HouseSections
{
    /// <summary>Variables of the environment beside the sections, with what holds without them.</summary>
    public static readonly IReadOnlyList<(string Name, string Default, string Meaning)> Variables =
    [
        ("VOLTLOOP_DATA", ".voltloop", "Directory of the store, when --data does not say it."),
        ("VOLTLOOP_DID", "did:web:localhost", "Name of the node (did:web) when its first key is made; later the name in its key document holds."),
        ("VOLTLOOP_PRIMARY_KEY", "nothing", "API key of the primary for ./run follow, so that it stands in no list of processes."),
        ("ASPNETCORE_URLS", "http://127.0.0.1:5080", "Addresses to listen on, when --urls does not say it."),
    ];

    /// <summary>Declares them.</summary>
    public static void AddHouseSections(this IServiceCollection services)
    {
        services.AddSingleton(SettingsSection.Of<AccessSettings>(AccessSettings.Section));
        services.AddSingleton(SettingsSection.Of<PreservationSettings>(PreservationSettings.Section));
        services.AddSingleton(SettingsSection.Of<TransportSettings>(TransportSettings.Section));
        services.AddSingleton(SettingsSection.Of<FeedSettings>(FeedSettings.Section));
        services.AddSingleton(SettingsSection.Of<ObservabilitySettings>(ObservabilitySettings.Section));
    }
}
