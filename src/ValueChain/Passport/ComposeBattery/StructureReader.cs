using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Passport.ChangeLifecycle;
using Voltloop.Passport.Model;
using Voltloop.Passport.ReadPassport;
using Voltloop.Passport.RenderCarrier;
using Voltloop.Passport.ServeEn18222;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;

namespace Voltloop.Passport.ComposeBattery;

/// <summary>Resolves what a battery is made of, level by level, each passport with the rights of who reads it.</summary>
internal sealed class StructureReader(PassportReader passports, IRecordReader record)
{
    /// <summary>The tree below a battery.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.NotFound"/>.</exception>
    public async Task<BatteryNode> ReadAsync(ThingId id, StructureQuery query, CancellationToken cancellation)
    {
        var view = await passports.ReadAsync(id, query.AsOf, query.Audience, cancellation).ConfigureAwait(false);
        return await NodeAsync(view, new Walk(query, []), query.Depth, cancellation).ConfigureAwait(false);
    }

    private async Task<BatteryNode> NodeAsync(PassportView view, Walk walk, int depth, CancellationToken cancellation)
    {
        walk.Seen.Add(view.Thing.Id.Value);
        var components = LifecycleTerms.List(view, LifecycleTerms.Components);
        var node = Node(view) with { ComponentCount = components.Count };
        if (depth == 0 || walk.Seen.Count + components.Count > StructureQuery.MaxNodes) return components.Count == 0 ? node with { Components = [] } : node;
        var below = new List<BatteryNode>(components.Count);
        foreach (var text in components) below.Add(await ComponentAsync(text, walk, depth - 1, cancellation).ConfigureAwait(false));
        return node with { Components = below };
    }

    // A link that leads back up, or out of this record, stays a link.
    private async Task<BatteryNode> ComponentAsync(string text, Walk walk, int depth, CancellationToken cancellation)
    {
        if (walk.Seen.Contains(text) || !ThingId.TryParse(text, out var id) || await record.FindThingAsync(id, cancellation).ConfigureAwait(false) is not { } thing || !thing.IsBattery())
            return new BatteryNode { Id = text };
        return await NodeAsync(await passports.ReadAsync(id, walk.Query.AsOf, walk.Query.Audience, cancellation).ConfigureAwait(false), walk, depth, cancellation).ConfigureAwait(false);
    }

    private static BatteryNode Node(PassportView view) => new()
    {
        Id = view.Thing.Id.Value,
        Passport = CarrierLink.PagePath(view.Thing.Id),
        Label = view.Thing.Label,
        Kind = view.Thing.Kind.ToString().ToLowerInvariant(),
        Status = LifecycleTerms.Text(view, LifecycleTerms.BatteryStatus),
        Ceased = LifecycleTerms.Text(view, DppTerms.Status) == DppTerms.Ceased,
        Operator = LifecycleTerms.Text(view, DppTerms.Operator),
    };

    private sealed record Walk(StructureQuery Query, HashSet<string> Seen);
}
