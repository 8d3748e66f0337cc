using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;
using Voltloop.Tracing.CheckKeyEvents;
using Voltloop.Tracing.Model.KeyEvents;
using Voltloop.Web.Access;

namespace Voltloop.Tracing.FoldEvents;

/// <summary>
/// Makes facts of key events. For each thing that new events name, all its facts are worked out anew from all its key events and
/// compared with the record: only differences are written, in the name of who captured the event, if it may write them.
/// </summary>
internal sealed class EventFolder(FoldAccess access, FoldTools tools, FoldPolicy policy)
{
    /// <summary>Folds events in.</summary>
    /// <param name="page">New events.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<FoldCount> FoldAsync(IReadOnlyList<RecordedEvent> page, CancellationToken cancellation)
    {
        var count = new FoldCount { Events = page.Count };
        var planned = new Dictionary<string, FoldPlan>(StringComparer.Ordinal);
        foreach (var touched in await TouchedAsync(page, cancellation)) count += await PlanAsync(touched, planned, cancellation);
        foreach (var (issuer, plan) in planned) count += await WriteAsync(issuer, plan, cancellation);
        return count;
    }

    private async Task<IEnumerable<TouchedThing>> TouchedAsync(IReadOnlyList<RecordedEvent> page, CancellationToken cancellation)
    {
        var touched = new Dictionary<ThingId, TouchedThing>();
        var recycled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var recorded in page.Where(one => one.Json.AsSpan().IndexOf("keyEvent"u8) >= 0))
        {
            using var json = JsonDocument.Parse(recorded.Json);
            if (tools.Lookup.Sight(json.RootElement, recorded) is not { } seen) continue;
            var becomes = json.RootElement.TryGetProperty("errorDeclaration", out _) ? null : policy.KindOf(seen.Kind.Makes);
            var made = seen.Subjects.ToHashSet(StringComparer.Ordinal);
            if (seen.Kind.Stage == "recycling") recycled.UnionWith(seen.Names(EventRoles.InputClass));
            foreach (var name in seen.Names(EventRoles.Things))
            {
                if (!ThingId.TryParse(name, out var id) || id.Granularity != Granularity.Item || id.Value != name) continue;
                if (becomes is not null && made.Contains(name)) touched[id] = new TouchedThing(id) { Becomes = becomes, Maker = recorded.Issuer, Model = KeyEventFields.Text(json.RootElement, "model") };
                else touched.TryAdd(id, new TouchedThing(id));
            }
        }

        // What happens to black mass and after concerns the batteries that it was.
        foreach (var name in await tools.Recycling.UpAsync([.. recycled], access.Events, cancellation))
        {
            if (ThingId.TryParse(name, out var id)) touched.TryAdd(id, new TouchedThing(id));
        }

        return touched.Values;
    }

    private async Task<FoldCount> PlanAsync(TouchedThing touched, Dictionary<string, FoldPlan> planned, CancellationToken cancellation)
    {
        var known = await access.Record.FindThingAsync(touched.Id, cancellation);
        if (known is null ? touched.Becomes is null : !known.IsBattery()) return new FoldCount();
        var changes = await tools.Facts.ReadAsync(touched.Id, (access.Events, access.Record), cancellation);
        var created = known is null ? await CreatedAsync(touched, cancellation) : null;
        var refused = 0;
        foreach (var said in changes.New.Concat(changes.Gone).GroupBy(fact => fact.Issuer, StringComparer.Ordinal))
        {
            var isMaker = created is not null && said.Key == touched.Maker;
            var part = new FoldPlan(isMaker ? [created!] : [], [.. said.Select(fact => fact.Statement)]);
            if ((created is not null && !isMaker) || !await access.MayAsync(said.Key, part, cancellation)) refused += part.Statements.Count;
            else (planned.TryGetValue(said.Key, out var plan) ? plan : planned[said.Key] = new FoldPlan([], [])).Add(part);
        }

        return new FoldCount { Held = changes.Held.Count, NotAllowed = refused };
    }

    // The model named by the event, else that of the GTIN; only models that the record knows.
    private async Task<Thing> CreatedAsync(TouchedThing touched, CancellationToken cancellation)
    {
        var serial = QualifiedGtin.TryRead(touched.Id, out var key) ? key.Serial : "";
        ThingId? model = ThingId.TryParse(touched.Model, out var named) ? named : serial.Length > 0 ? ThingId.ForModel(key.Gtin) : null;
        var isModel = model is { } id && await access.Record.FindThingAsync(id, cancellation) is { Kind: ThingKind.Model };
        var label = serial.Length > 0 ? serial : touched.Id.Value;
        return new Thing(touched.Id, touched.Becomes!.Value, label.Length <= WriteLimits.MaxLabelLength ? label : label[^WriteLimits.MaxLabelLength..], isModel ? model : null)
        {
            Aliases = serial.Length > 0 ? [serial] : [],
        };
    }

    private async Task<FoldCount> WriteAsync(string issuer, FoldPlan plan, CancellationToken cancellation)
    {
        try
        {
            return await access.WriteAsync(issuer, plan, cancellation);
        }
        catch (ProblemException fault) when (fault.Problem.Kind == CommonProblems.Conflict && plan.Things.Count > 1)
        {
            // Somebody registers one of the things at this moment, otherwise: the others must not suffer.
            var count = new FoldCount();
            foreach (var part in plan.ByThing()) count += await WriteAsync(issuer, part, cancellation);
            return count;
        }
        catch (ProblemException fault) when (fault.Problem.Kind == CommonProblems.Conflict)
        {
            return new FoldCount { NotAllowed = plan.Statements.Count };
        }
    }
}
