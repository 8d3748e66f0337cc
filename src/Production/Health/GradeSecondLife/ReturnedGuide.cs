using Voltloop.Core.Time;
using Voltloop.Health.Model;
using Voltloop.Record.Ports;
using Voltloop.Web.Composition;

namespace Voltloop.Health.GradeSecondLife;

/// <summary>Finds for the tour a battery that was graded for its second life.</summary>
internal sealed class ReturnedGuide(IRecordReader record) : ITourGuide
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Subjects { get; } = ["returned"];

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(CancellationToken cancellation)
    {
        await foreach (var graded in record.ReadTermAsync(HealthTerms.SecondLife, AsOf.Latest, cancellation)) return new Dictionary<string, string>(StringComparer.Ordinal) { ["returned"] = graded.Statement.Thing.Value };
        return new Dictionary<string, string>(StringComparer.Ordinal);
    }
}
