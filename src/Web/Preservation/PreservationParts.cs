using Voltloop.Record.Log;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Replication;

namespace Voltloop.Web.Preservation;

/// <summary>What preservation works with.</summary>
/// <param name="Store">The store's parts.</param>
/// <param name="Log">The log.</param>
/// <param name="Writer">The writer behind the guard.</param>
/// <param name="Access">The decision point.</param>
/// <param name="Work">Who is asking, when, and where it is logged.</param>
/// <param name="Settings">Bounds and rules.</param>
/// <param name="Progress">What the process that follows knows.</param>
/// <param name="Book">What back-ups have confirmed.</param>
/// <param name="Cosigned">What witnesses have said.</param>
public sealed record PreservationParts(
    NodeStore Store,
    IRecordLog Log,
    IRecordWriter Writer,
    RecordAccess Access,
    ActorWork Work,
    PreservationSettings Settings,
    ReplicaProgress Progress,
    FollowerBook Book,
    ICosignatures Cosigned);
