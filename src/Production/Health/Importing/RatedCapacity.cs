using System.Globalization;
using Voltloop.Core.Time;
using Voltloop.Health.Model;
using Voltloop.Health.ReadTables;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;

namespace Voltloop.Health.Importing;

/// <summary>Finds the rated capacity: declared for the cell, for its model, or in front of the table.</summary>
internal sealed class RatedCapacity(IRecordReader record, FindingLog log)
{
    private const string Key = "rated_capacity_ah";
    private const double Tolerance = 0.005;

    /// <summary>Rated capacity in Ah; <c>null</c> when nobody declared one.</summary>
    public async Task<double?> FindAsync(Thing thing, IReadOnlyDictionary<string, string> preamble, CancellationToken cancellation)
    {
        var inFile = ReadPreamble(preamble);
        var declared = await DeclaredAsync(thing.Id, cancellation)
            ?? (thing.Model is { } model ? await DeclaredAsync(model, cancellation) : null);
        if (declared is { } kept && inFile is { } given && Math.Abs(kept - given) > Tolerance * kept)
        {
            log.Warn("rated-capacity-differs", string.Create(CultureInfo.InvariantCulture,
                $"The file says {given} Ah, the record {kept} Ah; the record's value was used."));
        }

        return declared ?? inFile;
    }

    private async Task<double?> DeclaredAsync(Core.Identities.ThingId id, CancellationToken cancellation)
    {
        var statements = await record.ReadStatementsAsync(id, AsOf.Latest, cancellation);
        var rated = statements.FirstOrDefault(one => string.Equals(one.Statement.Term, HealthTerms.RatedCapacity, StringComparison.Ordinal));
        return rated?.Statement.Unit is null or "Ah" ? Positive(rated?.Statement.Value.AsNumber()) : null;
    }

    private double? ReadPreamble(IReadOnlyDictionary<string, string> preamble)
    {
        if (!preamble.TryGetValue(Key, out var text))
        {
            return null;
        }

        var read = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && value > 0;
        if (!read)
        {
            log.Error("rated-capacity-invalid", $"\"{Key}: {text}\" is not a capacity above 0.", 1);
        }

        return read ? value : null;
    }

    private static double? Positive(double? value) => value is > 0 ? value : null;
}
