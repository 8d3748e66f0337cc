using System.Globalization;
using Voltloop.Core.Time;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Health.ShowFleet;

/// <summary>Finds for the tour the pack that ages fastest against its model, and the day before it went into service.</summary>
internal sealed class AgeingGuide(IRecordReader record) : ITourGuide
{
    private const string InService = "puttingIntoServiceDate";

    /// <inheritdoc/>
    public IReadOnlyList<string> Subjects { get; } = ["pack", "earlier"];

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(CancellationToken cancellation)
    {
        var reader = new FleetReader(record);
        foreach (var item in await reader.FasterThanTheirModelAsync(await reader.ReadAsync(cancellation), cancellation))
        {
            if ((await record.FindThingAsync(item.Thing, cancellation))?.Kind != ThingKind.Pack) continue;
            var facts = await record.ReadStatementsAsync(item.Thing, AsOf.Latest, cancellation);
            if (facts.FirstOrDefault(fact => fact.Statement.Term == InService) is not { } used) continue;
            return new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["pack"] = item.Thing.Value, ["earlier"] = used.Statement.ValidFrom.UtcDateTime.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            };
        }

        return new Dictionary<string, string>(StringComparer.Ordinal);
    }
}
