namespace Voltloop.Tracing.Model.Custody;

/// <summary>
/// Movements of mass by element, from what events say. What is in a lot is learnt from its own events first, so the order in which
/// events came does not matter. An event that was declared an error does not count.
/// </summary>
internal sealed class EventFlows(CustodyPolicy policy)
{
    private readonly Dictionary<string, LotContent> _lots = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withdrawn = new(StringComparer.Ordinal);

    /// <summary>Quantities that name no mass: pieces, litres, unknown units.</summary>
    public int WithoutMass { get; private set; }

    /// <summary>First pass, in the order of event time: remembers contents of lots and events that were withdrawn.</summary>
    public void Learn(MassEvent said)
    {
        if (said.IsDeclared) _withdrawn.Add(said.Id);
        foreach (var lot in said.Described)
        {
            // What stands in the master data of a lot goes before what somebody on the way found.
            if (said.IsMaster) _lots[lot] = said.Content;
            else _lots.TryAdd(lot, said.Content);
        }
    }

    /// <summary>Second pass: the movements of an event.</summary>
    public IEnumerable<MassFlow> Read(MassEvent said)
    {
        if (_withdrawn.Contains(said.Id)) return [];
        WithoutMass += said.WithoutMass;
        return said.Moves.SelectMany(move => FlowsOf(said, move));
    }

    private IEnumerable<MassFlow> FlowsOf(MassEvent said, MassMove move)
    {
        var own = move.Kind is FlowKind.Consumed or FlowKind.BuiltIn ? LotContent.None : said.Content;
        var content = own.Or(_lots.GetValueOrDefault(move.Lot));
        var gross = new Amount(move.Kilograms, move.Kilograms * (said.Weighing ?? policy.WeighingUncertainty));
        var flow = new MassFlow(move.Kind, move.Site, move.Lot, MassFlow.Gross, gross)
        {
            At = said.At, Event = said.Id, Operator = said.Operator, Counterpart = move.Counterpart,
            Material = content.Material ?? ClassOf(move.Lot), Model = content.Model, Claimed = content.Claimed,
        };
        yield return flow;
        foreach (var part in content.Elements)
        {
            var fraction = part.Under(policy);
            yield return flow with { Element = part.Element, Mass = gross * fraction, Grade = own.Elements.Count > 0 ? fraction : null };
        }
    }

    private static string ClassOf(string lot)
    {
        var cut = lot.IndexOf("/10/", StringComparison.Ordinal);
        return cut < 0 ? lot : lot[..cut];
    }
}
