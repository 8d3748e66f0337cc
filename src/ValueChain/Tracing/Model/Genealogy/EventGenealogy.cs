using System.Text.Json;
using Voltloop.Kernels.Lineage;
using Voltloop.Record.Events;
using static Voltloop.Tracing.Model.JsonFields;

namespace Voltloop.Tracing.Model.Genealogy;

/// <summary>
/// Reads what went into what from an EPCIS 2.0 event. Transformations join inputs and outputs, directly where one side is
/// single, else through a node of their own, so that n inputs and m outputs make n + m steps; those that share a
/// transformationID share that node. Aggregations and associations put children into a parent (ADD) and take them out
/// (DELETE; without children, all of them). Everything else moves or observes things and joins nothing.
/// </summary>
/// <param name="canonical">The form in which names are kept.</param>
internal sealed class EventGenealogy(Func<string, string> canonical)
{
    /// <summary>The steps of an event that has been checked.</summary>
    /// <param name="captured">The event.</param>
    /// <param name="name">Name of the node that stands for it, when it needs one.</param>
    public IReadOnlyList<GenealogyStep> Of(JsonElement captured, string name) => Text(captured, "type") switch
    {
        "TransformationEvent" => Transformed(captured, name),
        "AggregationEvent" => Joined(captured, LineageKind.Aggregation),
        "AssociationEvent" => Joined(captured, LineageKind.Association),
        _ => [],
    };

    private IReadOnlyList<GenealogyStep> Transformed(JsonElement captured, string name)
    {
        var (inputs, outputs) = (Goods(captured, "inputEPCList", "inputQuantityList"), Goods(captured, "outputEPCList", "outputQuantityList"));
        var (at, parts) = (EventTime.Parse(Text(captured, "eventTime")), GenealogyPart.Of(captured, canonical));
        if (Text(captured, "transformationID") is { } shared) return Through(canonical(shared), (inputs, outputs), (at, parts));
        if (inputs.Count == 0 || outputs.Count == 0) return [];
        if (inputs.Count > 1 && outputs.Count > 1) return Through(name, (inputs, outputs), (at, parts));
        return [.. from input in inputs from output in outputs select Step(input, output, (at, parts)) with { Mass = MassOf(input, output, (inputs.Count, parts)) }];
    }

    private static List<GenealogyStep> Through(string hub, (List<Good> In, List<Good> Out) goods, (DateTimeOffset At, IReadOnlyList<GenealogyPart> Parts) of)
    {
        var middle = new Good(hub, double.NaN);
        return
        [
            .. goods.In.Select(input => Step(input, middle, of) with { Mass = MassOf(input, middle, (1, of.Parts)) }),
            .. goods.Out.Select(output => Step(middle, output, of) with { Mass = output.Mass }),
        ];
    }

    private static GenealogyStep Step(Good from, Good to, (DateTimeOffset At, IReadOnlyList<GenealogyPart> Parts) of) =>
        new(from.Name, to.Name, LineageKind.Transformation, of.At) { Position = PartOf(of.Parts, from, to)?.Position };

    // One input: all of an output is of it. Several: what went in is its own mass, if nothing else is said.
    private static double MassOf(Good input, Good output, (int Inputs, IReadOnlyList<GenealogyPart> Parts) of)
    {
        if (PartOf(of.Parts, input, output) is { } part && !double.IsNaN(part.Mass)) return part.Mass;
        return of.Inputs == 1 && !double.IsNaN(output.Mass) ? output.Mass : input.Mass;
    }

    private static GenealogyPart? PartOf(IReadOnlyList<GenealogyPart> parts, Good from, Good to) =>
        parts.FirstOrDefault(part => part.Id == from.Name && part.Into == to.Name) ?? parts.FirstOrDefault(part => part.Id == from.Name && part.Into is null);

    private List<GenealogyStep> Joined(JsonElement captured, LineageKind kind)
    {
        if (Text(captured, "parentID") is not { } parentId || Text(captured, "action") is not ("ADD" or "DELETE")) return [];
        var (parent, at, removes) = (new Good(canonical(parentId), double.NaN), EventTime.Parse(Text(captured, "eventTime")), Text(captured, "action") == "DELETE");
        var (children, parts) = (Goods(captured, "childEPCs", "childQuantityList"), GenealogyPart.Of(captured, canonical));
        if (removes && children.Count == 0) return [new GenealogyStep("", parent.Name, kind, at) { Empties = true, Removes = true }];
        return [.. children.Select(child => new GenealogyStep(child.Name, parent.Name, kind, at) { Removes = removes, Mass = MassOf(child, parent, (2, parts)), Position = PartOf(parts, child, parent)?.Position })];
    }

    private List<Good> Goods(JsonElement captured, string single, string classes)
    {
        var goods = new List<Good>();
        foreach (var epc in List(captured, single)) if (epc.GetString() is { } text) goods.Add(new Good(canonical(text), double.NaN));
        foreach (var quantity in List(captured, classes)) if (Text(quantity, "epcClass") is { } text) goods.Add(new Good(canonical(text), QuantityMass.Kilograms(quantity) ?? double.NaN));
        return goods;
    }

    private readonly record struct Good(string Name, double Mass);
}
