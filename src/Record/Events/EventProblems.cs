using Voltloop.Core.Problems;

namespace Voltloop.Record.Events;

/// <summary>Problems of events in the record.</summary>
public static class EventProblems
{
    /// <summary>An event of the batch came into the record while the batch was on its way; look again and send what is new.</summary>
    public static readonly ProblemKind AlreadyRecorded = new("event-already-recorded", "The record has the event already.", 409, 4);
}
