using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Record.Events.Hashing;
using Voltloop.Record.Policies;

namespace Voltloop.Record.Events;

/// <summary>
/// Whether an actor may see an event. Events are not public: the keeper sees all, who captured one sees it, and who may read
/// <see cref="AccessTerms.Events"/> of a thing sees the events that name the thing. The decision is the policy's.
/// </summary>
/// <param name="access">The decision point and what it needs.</param>
/// <param name="session">Who is asking.</param>
/// <param name="now">Moment of asking (UTC).</param>
public sealed class EventVisibility(RecordAccess access, ActorSession session, DateTimeOffset now)
{
    private const int MaxRemembered = 10_000;

    private readonly Dictionary<string, bool> _names = new(StringComparer.Ordinal);

    private readonly AccessDecision? _anywhere = access.Policy.MayReadAnywhere(session.Actor, AccessTerms.Events, AccessMoments.At(now));

    /// <summary>Whether everything may be seen without looking.</summary>
    public bool SeesAll => _anywhere is { Allowed: true };

    /// <summary>Whether nothing may be seen, whatever it is.</summary>
    public bool SeesNothing => _anywhere is { Allowed: false };

    /// <summary>Whether an event may be seen.</summary>
    public async ValueTask<bool> MaySeeAsync(RecordedEvent recorded, CancellationToken cancellation = default)
    {
        if (SeesAll) return true;
        if (SeesNothing) return false;
        return IsOwn(recorded.Issuer) || await MaySeeAsync(SubjectOf(recorded), cancellation);
    }

    /// <summary>Whether an event may be seen by somebody who sees neither all nor nothing.</summary>
    public async ValueTask<bool> MaySeeAsync(EventSubject subject, CancellationToken cancellation = default)
    {
        if (SeesNothing) return false;
        if (IsOwn(subject.Issuer)) return true;
        foreach (var name in subject.Things)
        {
            if (await MaySeeAsync(name, cancellation)) return true;
        }

        return false;
    }

    /// <summary>Whether the events of a name may be seen.</summary>
    public async ValueTask<bool> MaySeeAsync(string name, CancellationToken cancellation = default)
    {
        if (_names.TryGetValue(name, out var known)) return known;
        if (_names.Count >= MaxRemembered) _names.Clear();
        return _names[name] = await DecideAsync(name, cancellation);
    }

    private async ValueTask<bool> DecideAsync(string name, CancellationToken cancellation)
    {
        if (!ThingId.TryParse(name, out var id)) return false;
        var subject = await access.Register.SubjectAsync(id, cancellation);
        if (!access.Policy.MayRead(session.Actor, subject, AccessTerms.Events, AccessMoments.At(now)).Allowed) return false;
        session.Trail.Note(id, AccessTerms.Events);
        return true;
    }

    private bool IsOwn(string issuer) => string.Equals(issuer, session.Actor.Operator?.Value, StringComparison.Ordinal);

    /// <summary>What a decision about an event looks at.</summary>
    internal static EventSubject SubjectOf(RecordedEvent recorded)
    {
        using var json = JsonDocument.Parse(recorded.Json);
        var keys = new EventKeyReader(EventNamespaces.Official).Read(json.RootElement, recorded.Hash);
        return new EventSubject(recorded.Issuer, [.. keys.Names.Where(name => (name.Roles & EventRoles.Objects) != EventRoles.None).Select(name => name.Name)]);
    }
}
