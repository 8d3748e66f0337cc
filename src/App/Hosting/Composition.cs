using Voltloop.Record.Log;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;
using Voltloop.Record.Writing;
using Voltloop.App.Preservation;
using Voltloop.App.Settings;
using Voltloop.Messages.RabbitMq;
using Voltloop.Record.Replication;
using Voltloop.Web.Composition;
using Voltloop.Web.Access;
using Voltloop.Web.Preservation;
using Voltloop.Web.Tour;

namespace Voltloop.App.Hosting;

/// <summary>Wires the hall and all rooms; the same for the server and for the command line.</summary>
public static class Composition
{
    /// <summary>Registers the record, the vocabulary, the import desk and the services of every room.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="record">The open store; its owner closes it.</param>
    /// <param name="directory">Directory of the store, which may hold vocabulary tables of its own.</param>
    public static IServiceCollection AddVoltloop(this IServiceCollection services, SqliteRecord record, string directory)
    {
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(record);
        services.AddSingleton<IRecordLog>(record);
        services.AddSingleton<Record.Ports.IStoreMeter>(record);
        services.AddSingleton(_ => Vocabulary.Load(Path.Combine(AppContext.BaseDirectory, "vocabulary"), Path.Combine(directory, "vocabulary")));
        services.AddSingleton<IVocabulary>(provider => provider.GetRequiredService<Vocabulary>());
        services.AddSingleton(new ChangeTracker(record));
        services.AddSingleton<Record.Ports.IRecordVersions>(provider => provider.GetRequiredService<ChangeTracker>());
        var settings = HouseSettings.Load(directory);
        services.AddAccess(record, Access(record, settings));
        services.AddPreservation(new NodeStore(record.Replica, record.Replication, record.Followers, () => record.Preservation), PreservationSettings.Of(settings));
        services.AddSingleton(new StoreDirectory(directory));
        services.AddSingleton(settings);
        services.AddHouseSections();
        services.AddFeed(settings.Get<FeedSettings>(FeedSettings.Section));
        services.AddSingleton<IFollowDesk, FollowDesk>();
        services.AddScoped<ThingResolver>();
        services.AddSingleton<TourDesk>();
        foreach (var room in House.Rooms)
        {
            room.AddServices(services);
        }

        return services;
    }

    // Who runs a record decides over its rights; a back-up keeps them as its primary has them.
    private static AccessSettings Access(SqliteRecord record, HouseSettings settings)
    {
        var (access, keeper) = (settings.Get<AccessSettings>(AccessSettings.Section), record.Preservation.Keeper);
        return keeper is null ? access : access with { Operator = keeper };
    }
}
