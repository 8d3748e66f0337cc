using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Health.Model;
using Voltloop.Health.Model.Grading;
using Voltloop.Record.Events;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Web.Composition;

namespace Voltloop.Health.GradeSecondLife;

/// <summary>Grades the packs of the example that came back, on the state of health in their record, or of the measured cells in them. Evidence of routine checks that nobody gave is missing, so they are held.</summary>
internal sealed class ReturnedExample(IEventReader events, IRecordReader record, RecordGrader grader) : IExamplePart
{
    private const string Issuer = "urn:voltloop:example:made-up";
    private const string Collecting = "https://ref.gs1.org/cbv/BizStep-collecting";
    private const int MostPacks = 100;

    /// <inheritdoc/>
    public string Name => "grades of returned packs";

    /// <inheritdoc/>
    // After the events that tell what came back.
    public int Order => 10;

    /// <inheritdoc/>
    public async Task<bool> IsLoadedAsync(CancellationToken cancellation)
    {
        await foreach (var _ in record.ReadTermAsync(HealthTerms.SecondLife, AsOf.Latest, cancellation)) return true;
        return false;
    }

    /// <inheritdoc/>
    public async Task<int> LoadAsync(DateTimeOffset now, Action<double> progress, CancellationToken cancellation)
    {
        if (await IsLoadedAsync(cancellation)) return 0;
        var back = (await events.ScanAsync(new EventScan { BizSteps = [Collecting], Descending = false, Limit = MostPacks }, cancellation)).Items;
        var written = 0;
        foreach (var thing in back.SelectMany(Named)) written += await GradeAsync(thing, cancellation);
        return written;
    }

    private async Task<int> GradeAsync(ThingId thing, CancellationToken cancellation)
    {
        try
        {
            await grader.GradeAsync(thing, (new RoutineChecks(), new GradingPolicy()), Issuer, cancellation);
            return 1;
        }
        catch (ProblemException unknown) when (unknown.Problem.Kind == CommonProblems.InvalidValue)
        {
            // Neither the pack nor what is in it was measured: there is nothing to grade it on.
            return 0;
        }
    }

    private static IEnumerable<ThingId> Named(RecordedEvent told)
    {
        using var json = JsonDocument.Parse(told.Json);
        return json.RootElement.TryGetProperty("epcList", out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(id => ThingId.Parse(id.GetString()!))] : [];
    }
}
