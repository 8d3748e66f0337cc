using Voltloop.Record.Documents;
using Voltloop.Record.Series;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Record.Ports;

/// <summary>
/// What is written as one unit: all of it or nothing. Things are registered first (a thing that is already there with the
/// same kind and model is left as it is; new aliases are added, and one that had no model takes the model it is given), then documents, series and assertions.
/// </summary>
public sealed record WriteBatch
{
    /// <summary>Things to register.</summary>
    public IReadOnlyList<Thing> Things { get; init; } = [];

    /// <summary>Assertions to append.</summary>
    public IReadOnlyList<Assertion> Assertions { get; init; } = [];

    /// <summary>Samples to append.</summary>
    public IReadOnlyList<SeriesAppend> Series { get; init; } = [];

    /// <summary>Documents to keep; one that is already there is kept once.</summary>
    public IReadOnlyList<DocumentContent> Documents { get; init; } = [];

    /// <summary>Events to append, and what became of their capture; <c>null</c> for none.</summary>
    public Events.EventCapture? Events { get; init; }

    /// <summary>Receipts and states of field telemetry; <c>null</c> for none.</summary>
    public Telemetry.TelemetryWrite? Telemetry { get; init; }

    /// <summary>Who writes, for the access log; <c>null</c> when the log gets no line. The line is as durable as the batch.</summary>
    public Policies.WriteAuthor? Author { get; init; }
}
