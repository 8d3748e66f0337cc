using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Health.Model;
using Voltloop.Health.Model.Grading;
using Voltloop.Record.Ports;
using Voltloop.Web.Composition;

namespace Voltloop.Health.GradeSecondLife;

/// <summary>Finds for the tour a battery that was graded for its second life; one whose cells were measured, when there is one.</summary>
internal sealed class ReturnedGuide(IRecordReader record) : ITourGuide
{
    private const int MostLooked = 100;

    /// <inheritdoc/>
    public IReadOnlyList<string> Subjects { get; } = ["returned"];

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(CancellationToken cancellation)
    {
        string? first = null;
        var looked = 0;
        await foreach (var graded in record.ReadTermAsync(HealthTerms.SecondLife, AsOf.Latest, cancellation))
        {
            var thing = graded.Statement.Thing;
            first ??= thing.Value;
            if (await IsMeasuredAsync(thing, cancellation)) return Found(thing.Value);
            if (++looked == MostLooked) break;
        }

        return first is null ? new Dictionary<string, string>(StringComparer.Ordinal) : Found(first);
    }

    private async Task<bool> IsMeasuredAsync(ThingId thing, CancellationToken cancellation) =>
        HealthFacts.Of(await record.ReadStatementsAsync(thing, AsOf.Latest, cancellation)).Find(HealthTerms.StateOfHealth)?.Statement.Evidence.Method == WeakestCell.Method.Method;

    private static Dictionary<string, string> Found(string thing) => new(StringComparer.Ordinal) { ["returned"] = thing };
}
