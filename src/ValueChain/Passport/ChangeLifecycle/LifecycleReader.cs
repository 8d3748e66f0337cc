using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Passport.Model;
using Voltloop.Passport.ReadPassport;
using Voltloop.Passport.ServeEn18222;

namespace Voltloop.Passport.ChangeLifecycle;

/// <summary>Reads where a battery is in its life.</summary>
internal sealed class LifecycleReader(PassportReader passports, LifecycleRules rules)
{
    /// <summary>The state that an audience may read.</summary>
    public async Task<LifecycleState> ReadAsync(ThingId id, AsOf asOf, string audience, CancellationToken cancellation) =>
        Of(await passports.ReadAsync(id, asOf, audience, cancellation).ConfigureAwait(false));

    /// <summary>The state that a passport tells.</summary>
    public LifecycleState Of(PassportView view)
    {
        var status = Text(view, LifecycleTerms.BatteryStatus)?.ToLowerInvariant() ?? LifecycleRules.Original;
        var (successors, ceased) = (List(view, LifecycleTerms.Successors), Text(view, DppTerms.Status) == DppTerms.Ceased);
        return new LifecycleState
        {
            Id = view.Thing.Id.Value,
            Status = status,
            Ceased = ceased,
            Operator = Text(view, DppTerms.Operator),
            Predecessors = List(view, LifecycleTerms.Predecessors),
            Successors = successors,
            Next = ceased || successors.Count > 0 ? [] : rules.From(status).Select(transition => transition.To).ToList(),
        };
    }

    private static string? Text(PassportView view, string term) => view.Find(term)?.Recorded.Statement.Value.AsText();

    private static List<string> List(PassportView view, string term) =>
        view.Find(term)?.Recorded.Statement.Value.AsElement() is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!).ToList() : [];
}
