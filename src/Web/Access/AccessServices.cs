using Voltloop.Core.Problems;
using Voltloop.Record.Policies;
using Voltloop.Record.Replication;
using Voltloop.Record.Terms;

namespace Voltloop.Web.Access;

/// <summary>What the middleware needs beside the actor.</summary>
/// <param name="clock">Moment of a request.</param>
/// <param name="vocabulary">Knows the audiences.</param>
/// <param name="log">The access log.</param>
/// <param name="rights">States the head of the log in the record.</param>
public sealed class AccessServices(TimeProvider clock, Vocabulary vocabulary, IAccessLog log, RightsDesk rights)
{
    /// <summary>Entries after which the head of the log is stated again; a change of rights states it at once.</summary>
    public const int AnchorEvery = 1000;

    /// <summary>Moment of a request.</summary>
    public TimeProvider Clock => clock;

    /// <summary>Knows the audiences.</summary>
    public Vocabulary Vocabulary => vocabulary;

    /// <summary>Appends to the access log, and now and then anchors it in the record.</summary>
    public async Task LogAsync(IReadOnlyList<AccessEntry> entries)
    {
        var before = log.Head.Number;
        await log.AppendAsync(entries);
        if (before / AnchorEvery != (before + entries.Count) / AnchorEvery) await AnchorAsync();
    }

    // A back-up writes nothing into the record, so its own access log has its anchor only after a promotion.
    private async Task AnchorAsync()
    {
        try
        {
            await rights.StateLogHeadAsync();
        }
        catch (ProblemException e) when (e.Problem.Kind == ReplicationProblems.ReadOnly)
        {
        }
    }
}
