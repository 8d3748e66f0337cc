using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Health.IngestTelemetry;
using Voltloop.Health.Model;
using Voltloop.Health.Model.Telemetry;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Telemetry;

namespace Voltloop.Health.FollowAssets;

/// <summary>States what the estimators know, at a pace that the record can carry: so the dynamic values of passports follow the field.</summary>
internal sealed class AssetFollower(HouseRecord house, TelemetrySettings settings, TimeProvider clock)
{
    private const int MostAtOnce = 500;
    private const string Issuer = "urn:voltloop:local";

    private static readonly string[] Counted = [HealthTerms.CapacityThroughput, HealthTerms.EnergyThroughput, HealthTerms.EquivalentFullCycles, HealthTerms.FullCycles];

    /// <summary>States what is due.</summary>
    /// <returns>Batteries about which something was stated.</returns>
    public async Task<int> StateAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var due = house.Store.Due(now.AddSeconds(-settings.StateEverySeconds), MostAtOnce);
        if (due.Count == 0) return 0;
        var statements = new List<Statement>();
        foreach (var track in due)
        {
            statements.AddRange(TelemetryStatements.Of(track.Thing, AssetTrack.Parse(track.State), await OthersAsync(track.Thing, cancellation)));
        }

        await house.Writer.WriteAsync(
            new WriteBatch
            {
                Assertions = statements.Count == 0 ? [] : [new Assertion(Issuer, statements)],
                Telemetry = new TelemetryWrite { Stated = [.. due.Select(track => new TelemetryStated(track.Thing, track.Newest, now))] },
            },
            cancellation);
        return due.Count;
    }

    // A throughput of files and one of telemetry may overlap or not: what others measured is not overwritten.
    private async Task<HashSet<string>> OthersAsync(ThingId thing, CancellationToken cancellation)
    {
        var facts = HealthFacts.Of(await house.Reader.ReadStatementsAsync(thing, AsOf.Latest, cancellation));
        return [.. Counted.Where(term => facts.Find(term) is { } found && !found.Statement.Evidence.Method.EndsWith("-from-telemetry", StringComparison.Ordinal))];
    }
}
