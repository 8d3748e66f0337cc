using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.App.Hosting;
using Voltloop.Core.Identities;
using Voltloop.Health.FollowAssets;
using Voltloop.Health.IngestTelemetry;
using Voltloop.Health.Model.Telemetry;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Tests.Unit.Health.Telemetry;

/// <summary>The whole house over a store of its own, which can be closed and opened again.</summary>
internal sealed class TelemetryHouse : IAsyncDisposable
{
    /// <summary>First sample of most tests: 2025-01-01.</summary>
    public const double Start = 1_735_689_600;

    public static readonly ThingId Pack = ThingId.Parse("https://id.gs1.org/01/09521234500018/21/TEL-1");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("voltloop-telemetry-");
    private SqliteRecord? _record;
    private ServiceProvider? _services;

    public TelemetryDesk Desk => _services!.GetRequiredService<TelemetryDesk>();

    public IRecordReader Record => _services!.GetRequiredService<IRecordReader>();

    public AssetFollower Follower => _services!.GetRequiredService<AssetFollower>();

    public string FilePath => _record!.FilePath;

    public static async Task<TelemetryHouse> OpenAsync(double? ratedAh = 10)
    {
        var house = new TelemetryHouse();
        await house.RestartAsync();
        var things = new[] { new Thing(Pack, ThingKind.Pack, "TEL-1") };
        Statement[] stated = ratedAh is { } ah ? [new Statement(Pack, "ratedCapacity", StatementValue.Of(ah), DateTimeOffset.UnixEpoch.AddSeconds(Start).AddYears(-1)) { Unit = "Ah" }] : [];
        await house._record!.WriteAsync(new WriteBatch { Things = things, Assertions = stated.Length == 0 ? [] : [new Assertion("https://example.org/maker", stated)] });
        return house;
    }

    public async Task RestartAsync()
    {
        await CloseAsync();
        _record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _folder.FullName });
        _services = new ServiceCollection().AddVoltloop(_record, _folder.FullName).BuildServiceProvider();
    }

    /// <summary>Sends in the name of an operator with an API key.</summary>
    public Task<IReadOnlyList<MessageOutcome>> SendAsAsync(ThingId who, params string[] bodies)
    {
        var actor = new Actor(who, "gateway", new HashSet<string>(StringComparer.Ordinal), ActorRoles.Writer) { Authentication = "key" };
        var writer = _services!.GetRequiredService<ActorRecordWriter>().For(actor);
        return SendAsync(new TelemetryCaller(_services!.GetRequiredService<ActorRecordReader>().For(actor), writer, writer), bodies);
    }

    public Task<IReadOnlyList<MessageOutcome>> SendAsync(params string[] bodies) => SendAsync(_services!.GetRequiredService<HouseRecord>().Caller, bodies);

    private async Task<IReadOnlyList<MessageOutcome>> SendAsync(TelemetryCaller caller, string[] bodies)
    {
        return await Desk.TakeAsync([.. bodies.SelectMany(body => Desk.Read(Encoding.UTF8.GetBytes(body)))], caller, CancellationToken.None);
    }

    public async Task<MessageOutcome> OneAsync(string body) => (await SendAsync(body)).ShouldHaveSingleItem();

    public AssetTrack Track() => AssetTrack.Parse(_record!.Telemetry.FindTrack(Pack)!.State);

    /// <summary>What the estimators know, as text: equal texts are equal to the last bit.</summary>
    public string State() => (new AssetTrack { State = Track().State }).ToJson();

    public async Task<SampleColumns> SamplesAsync()
    {
        var history = _services!.GetRequiredService<HouseRecord>().History;
        var track = Track();
        return KnownSamples.Of(
            await history.ReadAsync(TelemetrySeries.Id(Pack, late: false), 0, track.Main, CancellationToken.None),
            await history.ReadAsync(TelemetrySeries.Id(Pack, late: true), 0, track.Late, CancellationToken.None), double.NaN).Samples;
    }

    /// <summary>A message of samples one minute apart that discharge and charge in turn.</summary>
    public static string Message(int number, double from, int samples = 30)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# asset={Pack.Value};source=gateway-1;sequence={number}\n");
        for (var i = 0; i < samples; i++)
        {
            var time = from + 60 * i;
            var ampere = Math.Floor((time - Start) / 7200) % 2 == 0 ? -2.5 : 2.25;
            text.Append(CultureInfo.InvariantCulture, $"{time},{3.6 + 0.01 * Math.Sin(time / 900) + 0.02 * ampere},{ampere},{20 + i % 7}\n");
        }

        return text.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _folder.Delete(recursive: true);
    }

    private async Task CloseAsync()
    {
        if (_services is not null) await _services.DisposeAsync();
        if (_record is not null) await _record.DisposeAsync();
    }
}
