using Voltloop.Core.Identities;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;

namespace Voltloop.Health.Importing;

/// <summary>Works out which things an import has to register: those the record does not know yet.</summary>
internal sealed class ThingRegistry(IRecordReader record, string? modelLabel)
{
    private readonly Dictionary<ThingId, Thing> _new = [];

    /// <summary>Kind of things that the record does not know yet.</summary>
    public ThingKind Kind { get; set; } = ThingKind.Cell;

    /// <summary>Things to register, models first.</summary>
    public IReadOnlyList<Thing> New => [.. _new.Values.OrderByDescending(thing => thing.Kind == ThingKind.Model)];

    /// <summary>The thing as it will stand in the record.</summary>
    public async Task<Thing> EnsureAsync(Identity identity, CancellationToken cancellation)
    {
        if (_new.TryGetValue(identity.Thing, out var added))
        {
            return added;
        }

        if (await record.FindThingAsync(identity.Thing, cancellation) is { } known)
        {
            return known;
        }

        if (identity.Model is { } model && !_new.ContainsKey(model) && await record.FindThingAsync(model, cancellation) is null)
        {
            _new[model] = new Thing(model, ThingKind.Model, modelLabel ?? IdentityReader.LastPart(model));
        }

        return _new[identity.Thing] = new Thing(identity.Thing, Kind, identity.Label, identity.Model)
        {
            Aliases = [IdentityReader.LastPart(identity.Thing)],
        };
    }
}
