using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Health.Model;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Health.ShowHealth;

/// <summary>Reads the statements about the health of one battery, in the order in which they are shown.</summary>
internal sealed class HealthReader(IRecordReader record)
{
    private static readonly string[] Terms =
    [
        HealthTerms.StateOfHealth, HealthTerms.RemainingCapacity, HealthTerms.InitialCapacity, HealthTerms.CapacityFade,
        HealthTerms.FullCycles, HealthTerms.EquivalentFullCycles, HealthTerms.CapacityThroughput, HealthTerms.EnergyThroughput,
    ];

    /// <summary>The battery with its facts.</summary>
    /// <exception cref="ProblemException">The record does not know the thing.</exception>
    public async Task<(Thing Thing, HealthFacts Facts)> ReadAsync(ThingId id, AsOf asOf, CancellationToken cancellation)
    {
        var thing = await record.FindThingAsync(id, cancellation)
            ?? throw new ProblemException(CommonProblems.NotFound, $"The record knows no thing \"{id}\".", remedy: "Search for it: GET /api/v1/things?text=...");
        return (thing, HealthFacts.Of(await record.ReadStatementsAsync(id, asOf, cancellation)));
    }

    /// <summary>The statements of the facts in order.</summary>
    public static IEnumerable<RecordedStatement> Ordered(HealthFacts facts) => Terms.Select(facts.Find).OfType<RecordedStatement>();
}
