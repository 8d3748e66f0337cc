using System.Text.Json;
using Voltloop.Record.Events;
using Voltloop.Tracing.Model.Custody;
using Voltloop.Tracing.Model.Genealogy;

namespace Voltloop.Tracing.Model.KeyEvents;

/// <summary>
/// The mass of each element that recycling has recovered from one battery. Every lot counts as mixed: what leaves a step stems from
/// the battery in the share that the battery has in what went in. Batteries of one batch share by their masses (<c>voltloop:parts</c>),
/// equally where one of them has none.
/// </summary>
/// <param name="battery">Canonical name.</param>
internal sealed class RecoveredMass(string battery)
{
    private readonly Dictionary<string, (double Mass, double Own)> _lots = new(StringComparer.Ordinal);

    /// <summary>kg of each element so far.</summary>
    public SortedDictionary<string, double> Elements { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes in the next step of recycling; the steps must come in the order of time.</summary>
    /// <returns>True when more has been recovered from the battery.</returns>
    public bool Take(FactEvent step)
    {
        var share = ShareOf(step);
        foreach (var (name, mass) in Masses(step, EventRoles.OutputClass)) Mix(name, mass, share);
        if (share <= 0 || step.Sighting.Kind.Code != "recovery") return false;
        var recovered = Masses(step, EventRoles.OutputClass).Sum(output => output.Mass) * share;
        var content = LotContent.Of(step.Captured).Elements;
        foreach (var part in content) Elements[part.Element] = Elements.GetValueOrDefault(part.Element) + (recovered * part.MassFraction);
        return content.Count > 0 && recovered > 0;
    }

    private double ShareOf(FactEvent step)
    {
        string[] things = [.. step.Sighting.Names(EventRoles.Input)];
        if (things.Length > 0) return things.Contains(battery, StringComparer.Ordinal) ? Among(things, step.Captured) : 0;
        var inputs = Masses(step, EventRoles.InputClass).ToList();
        var total = inputs.Sum(input => input.Mass);
        return total > 0 ? inputs.Sum(input => input.Mass * (_lots.TryGetValue(input.Name, out var lot) && lot.Mass > 0 ? lot.Own / lot.Mass : 0)) / total : 0;
    }

    private double Among(string[] things, JsonElement captured)
    {
        var parts = GenealogyPart.Of(captured, Keys.Canonical).Where(part => part.Mass > 0).GroupBy(part => part.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(part => part.Mass), StringComparer.Ordinal);
        return Array.TrueForAll(things, parts.ContainsKey) ? parts[battery] / things.Sum(name => parts[name]) : 1.0 / things.Length;
    }

    private void Mix(string name, double mass, double share)
    {
        var lot = _lots.GetValueOrDefault(name);
        _lots[name] = (lot.Mass + mass, lot.Own + (mass * share));
    }

    private static readonly EventKeyReader Keys = new(Voltloop.Record.Events.Hashing.EventNamespaces.Official);

    private static IEnumerable<(string Name, double Mass)> Masses(FactEvent step, EventRoles role)
    {
        if (!step.Captured.TryGetProperty(role == EventRoles.OutputClass ? "outputQuantityList" : "inputQuantityList", out var list) || list.ValueKind != JsonValueKind.Array) yield break;
        foreach (var quantity in list.EnumerateArray())
        {
            if (QuantityMass.Kilograms(quantity) is { } mass && quantity.TryGetProperty("epcClass", out var name) && name.GetString() is { } text) yield return (Keys.Canonical(text), mass);
        }
    }
}
