using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;

namespace Voltloop.Record.Policies;

/// <summary>The things that an operator answers for, found by one scan of the record instead of a look at each thing.</summary>
public sealed class OwnThings
{
    private readonly Dictionary<ThingId, ThingId> _responsible = [];
    private readonly ThingId? _operator;
    private readonly ThingId _keeper;

    private OwnThings(ThingId? operatorId, ThingId keeper) => (_operator, _keeper) = (operatorId, keeper);

    /// <summary>Reads who answers for what now.</summary>
    /// <param name="record">The record, as the operator may see it: who answers for a thing is public.</param>
    /// <param name="operatorId">The operator; nothing is own to <c>null</c>.</param>
    /// <param name="keeper">The operator who runs the store and answers for what names no other.</param>
    public static async Task<OwnThings> ReadAsync(IRecordReader record, ThingId? operatorId, ThingId keeper, CancellationToken cancellation = default)
    {
        var own = new OwnThings(operatorId, keeper);
        await foreach (var stated in record.ReadTermAsync(AccessTerms.Responsible, AsOf.Latest, cancellation).ConfigureAwait(false))
        {
            if (ThingId.TryParse(stated.Statement.Value.AsText(), out var named)) own._responsible[stated.Statement.Thing] = named;
        }

        return own;
    }

    /// <summary>Whether the operator answers for a thing: by name, through its model, or because nobody is named.</summary>
    public bool Contains(Thing thing) => Responsible(thing) == _operator;

    private ThingId Responsible(Thing thing) =>
        _responsible.TryGetValue(thing.Id, out var own) ? own
        : thing.Model is { } model && _responsible.TryGetValue(model, out var shared) ? shared
        : _keeper;
}
