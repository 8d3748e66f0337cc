using Microsoft.Extensions.DependencyInjection.Extensions;
using Voltloop.Record.Events;
using Voltloop.Record.Importing;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Terms;
using Voltloop.Record.Writing;
using Voltloop.Web.Access;

namespace Voltloop.App.Hosting;

/// <summary>
/// Wires the decision point between the rooms and the record: rooms get a reader and a writer that know who is asking.
/// Only importers see the record itself, and only after the guard has let their writer through.
/// </summary>
internal static class AccessComposition
{
    public static void AddAccess(this IServiceCollection services, SqliteRecord record, AccessSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(record.Accounts);
        services.AddSingleton(record.Passkeys);
        services.AddSingleton(record.AccessLog);
        services.AddSingleton(record.References);
        services.TryAddSingleton<IActorSource>(new HouseActors(settings.Keeper));
        services.AddSingleton<ActorWork>();
        services.AddSingleton<SessionDesk>();
        services.AddSingleton<AccountDesk>();
        services.AddSingleton<PasskeyDesk>();
        services.AddSingleton<KeyDesk>();
        AddDecision(services, record, settings);
        AddRecord(services, record);
    }

    private static void AddDecision(IServiceCollection services, SqliteRecord record, AccessSettings settings)
    {
        services.AddSingleton(provider => new TermPoints(provider.GetRequiredService<IVocabulary>()));
        services.AddSingleton(provider =>
        {
            var register = new AccessRegister(record, provider.GetRequiredService<TermPoints>());
            register.LoadAsync(settings.Keeper).GetAwaiter().GetResult();
            return register;
        });
        services.AddSingleton<IAccessPolicy>(provider => new AccessPolicy(
            settings.Keeper, provider.GetRequiredService<Vocabulary>().Audiences, provider.GetRequiredService<TermPoints>(), provider.GetRequiredService<AccessRegister>()));
        services.AddSingleton<RecordAccess>();
        services.AddSingleton<ActorAudiences>();
        services.AddSingleton<Sight>();
    }

    private static void AddRecord(IServiceCollection services, SqliteRecord record)
    {
        services.AddSingleton(provider =>
        {
            var writes = provider.GetRequiredService<ChangeTracker>();
            var kept = new KeptStatements(record, writes);
            writes.Observer = kept;
            return kept;
        });
        services.AddSingleton(provider => new ActorRecordReader(
            provider.GetRequiredService<KeptStatements>(), provider.GetRequiredService<RecordAccess>(), provider.GetRequiredService<IActorSource>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IRecordReader>(provider => provider.GetRequiredService<ActorRecordReader>());
        services.AddSingleton(provider => new ActorEventReader(
            record.Events, provider.GetRequiredService<RecordAccess>(), provider.GetRequiredService<IActorSource>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IEventReader>(provider => provider.GetRequiredService<ActorEventReader>());
        services.AddSingleton(record.Ledger);
        services.AddSingleton(record.EventDesk);
        services.AddSingleton(provider => new ActorRecordWriter(record, Checked(provider), provider.GetRequiredService<RecordAccess>(), provider.GetRequiredService<ActorWork>()));
        services.AddSingleton<IRecordWriter>(provider => provider.GetRequiredService<ActorRecordWriter>());
        services.AddSingleton(record.Chain);
        services.AddSingleton(record.Telemetry);
        services.AddSingleton(provider => new RightsDesk(record, Checked(provider), provider.GetRequiredService<RecordAccess>(), provider.GetRequiredService<ActorWork>()));
        services.AddSingleton(provider => new ImportDesk(provider.GetServices<IImporter>(), record, provider.GetRequiredService<IRecordWriter>()));
    }

    private static VocabularyCheckedWriter Checked(IServiceProvider provider) => new(provider.GetRequiredService<ChangeTracker>(), provider.GetRequiredService<IVocabulary>());
}
