using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Replication;
using Voltloop.Record.Statements;

namespace Voltloop.Web.Preservation;

/// <summary>
/// When a back-up serves everybody: by rule at any time, when it was opened or promoted, when the operator has stated that it
/// ceased, or when the primary has been silent for too long. What each may read does not change with it.
/// </summary>
public static class OpeningRules
{
    /// <summary>Whether strangers are served.</summary>
    public static bool IsOpen(ReplicaState state, PreservationSettings settings, DateTimeOffset now) =>
        state.Role == NodeRole.Primary || settings.Standby is "everyone" || state.OpenedAt <= now || OpensAt(state, settings) <= now;

    /// <summary>When a back-up opens by itself.</summary>
    public static DateTimeOffset? OpensAt(ReplicaState state, PreservationSettings settings) =>
        state.Role == NodeRole.Replica && settings.OpensAfterDays is { } days ? state.ContactAt?.AddDays(days) : null;

    /// <summary>From when on the operator has ceased, as the record states it; <c>null</c> when it has not.</summary>
    public static async Task<DateTimeOffset?> CeasedAsync(IRecordReader record, IAccessPolicy policy, DateTimeOffset now, CancellationToken cancellation)
    {
        var stated = await record.ReadHistoryAsync(new HistoryQuery(policy.Keeper) { Term = PreservationTerms.OperatorCeased, Limit = 1 }, cancellation);
        return stated.Items is [{ Statement: { Kind: StatementKind.Value } last }] && last.ValidFrom <= now ? last.ValidFrom : null;
    }
}
