using Voltloop.Record.Things;

namespace Voltloop.Record.Replication;

/// <summary>A thing on its way to a back-up.</summary>
/// <param name="Number">Its number in the order of registration.</param>
/// <param name="Thing">The thing with all its aliases.</param>
public sealed record ReplicatedThing(long Number, Thing Thing);
