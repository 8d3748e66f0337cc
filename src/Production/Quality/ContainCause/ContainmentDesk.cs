using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Quality.FindCause;
using Voltloop.Quality.WalkGenealogy;
using Voltloop.Record.Events;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;

namespace Voltloop.Quality.ContainCause;

/// <summary>Writes causes back to the machine, lot or roll that they are about, and lists what they touched.</summary>
/// <param name="record">Statements.</param>
/// <param name="writer">The way into the record.</param>
/// <param name="events">Events.</param>
/// <param name="by">Who is at work, and the moment of writing.</param>
internal sealed class ContainmentDesk(IRecordReader record, IRecordWriter writer, IEventReader events, FindingAuthor by)
{
    /// <summary>States what was found and gives the list.</summary>
    /// <param name="found">What was found in the record.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <exception cref="ProblemException">There is no cause, or the record does not know what it is about.</exception>
    public async Task<ContainmentList> KeepAsync(CauseResource found, CancellationToken cancellation)
    {
        var statements = new List<Statement>();
        foreach (var cause in found.Causes)
        {
            if (ThingId.TryParse(cause.Factor.Level, out var culprit) && await record.FindThingAsync(culprit, cancellation) is not null && statements.All(one => one.Thing != culprit)) statements.Add(CauseFinding.Of(found, cause, by.Now));
        }

        if (statements.Count == 0) throw new ProblemException(QualityProblems.NoCause, found.Causes.Count == 0 ? found.Says : "The record does not know the machine, lot or roll that was found as a thing.", "bad");
        await writer.WriteAsync(new WriteBatch { Assertions = [new Assertion(by.Issuer, statements)] }, cancellation);
        return await ReadAsync(cancellation);
    }

    /// <summary>The list as it stands now.</summary>
    public async Task<ContainmentList> ReadAsync(CancellationToken cancellation)
    {
        var (findings, units) = (new List<CauseFinding>(), new List<ContainedUnit>());
        await foreach (var one in record.ReadTermAsync(CauseFinding.Term, AsOf.Latest, cancellation))
        {
            if (CauseFinding.Read(one.Statement.Value) is not { } finding) continue;
            findings.Add(finding);
            var lives = await new GenealogyWalk(events).LivesAsync(finding.Affected, cancellation);
            foreach (var id in finding.Affected) units.Add(await UnitAsync(lives[id], (finding, one.Statement.Thing), cancellation));
        }

        return new ContainmentList(findings, [.. units.OrderBy(unit => unit.State == ContainedUnit.InField ? 0 : 1).ThenBy(unit => unit.Id, StringComparer.Ordinal)]);
    }

    private async Task<ContainedUnit> UnitAsync(ThingStory story, (CauseFinding Finding, ThingId Culprit) of, CancellationToken cancellation)
    {
        var state = story.IsInField ? ContainedUnit.InField : story.ReturnedAt is not null ? "returned" : "in the store";
        return new ContainedUnit(story.Name, await LabelAsync(story.Name, cancellation) ?? story.Name, state) { Holder = await LabelAsync(story.Holder, cancellation) ?? story.Holder, Cause = of.Finding.Cause, Culprit = of.Culprit.Value };
    }

    private async Task<string?> LabelAsync(string? name, CancellationToken cancellation) => ThingId.TryParse(name, out var id) ? (await record.FindThingAsync(id, cancellation))?.Label : null;
}
