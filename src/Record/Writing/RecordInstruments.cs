using System.Diagnostics;
using System.Diagnostics.Metrics;
using Voltloop.Record.Ports;

namespace Voltloop.Record.Writing;

/// <summary>What the record tells of its work: counts and times, nothing of what is in it. Costs next to nothing while nobody listens.</summary>
public static class RecordInstruments
{
    /// <summary>Name of the meter and of the source of spans.</summary>
    public const string Name = "Voltloop.Record";

    private static readonly Meter Meter = new(Name);
    private static readonly ActivitySource Spans = new(Name);
    private static readonly Histogram<double> Commits = Meter.CreateHistogram<double>("voltloop.record.commit.duration", "s", "Time from the begin of a transaction until it is durable");
    private static readonly Counter<long> Statements = Meter.CreateCounter<long>("voltloop.record.statements", "{statement}", "Statements that became durable");
    private static readonly Counter<long> Events = Meter.CreateCounter<long>("voltloop.record.events", "{event}", "Events that became durable");
    private static readonly Counter<long> Samples = Meter.CreateCounter<long>("voltloop.record.samples", "{sample}", "Samples of series that became durable");
    private static readonly Counter<long> Refused = Meter.CreateCounter<long>("voltloop.record.refused", "{batch}", "Batches that broke a rule or met a failure of the store");

    /// <summary>Begins the span of a commit; <c>null</c> while nobody listens.</summary>
    public static Activity? BeginCommit() => Spans.StartActivity("record.commit");

    /// <summary>Counts a commit.</summary>
    /// <param name="span">Its span.</param>
    /// <param name="began">When it began, by <see cref="Stopwatch"/>.</param>
    /// <param name="batches">Batches that it held.</param>
    public static void Committed(Activity? span, long began, int batches)
    {
        Commits.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
        span?.SetTag("voltloop.batches", batches);
    }

    /// <summary>Counts what a batch brought.</summary>
    public static void Wrote(WriteReceipt receipt)
    {
        Statements.Add(receipt.Statements);
        Events.Add(receipt.Events);
        Samples.Add(receipt.Samples);
    }

    /// <summary>Counts a batch that was not written.</summary>
    public static void Refuse() => Refused.Add(1);
}
