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

    private const long Unknown = -1;

    private long _stated = Unknown;

    /// <summary>Moment of a request.</summary>
    public TimeProvider Clock => clock;

    /// <summary>Knows the audiences.</summary>
    public Vocabulary Vocabulary => vocabulary;

    /// <summary>Whether a line of the access log is far enough behind the head that the record states.</summary>
    /// <param name="number">Number of the line; 0 for none.</param>
    public bool IsDue(long number) => number / AnchorEvery > Stated(number);

    /// <summary>Appends to the access log, and now and then anchors it in the record.</summary>
    /// <param name="entries">Lines to append.</param>
    /// <param name="newest">Number of the newest line that is there already, as far as the caller knows.</param>
    public async Task LogAsync(IReadOnlyList<AccessEntry> entries, long newest = 0)
    {
        var last = entries.Count > 0 ? await log.AppendAsync(entries) : newest;
        var (step, stated) = (last / AnchorEvery, Stated(last));
        if (step > stated && Interlocked.CompareExchange(ref _stated, step, stated) == stated) await AnchorAsync();
    }

    // What was stated before the start is not looked for: counting begins with the first line.
    private long Stated(long number)
    {
        var stated = Interlocked.CompareExchange(ref _stated, Math.Max(0, number - 1) / AnchorEvery, Unknown);
        return stated == Unknown ? Interlocked.Read(ref _stated) : stated;
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
