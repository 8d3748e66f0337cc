using Voltloop.Core.Problems;

namespace Voltloop.Record.Ports;

/// <summary>Problems of the record itself, the same for every adapter.</summary>
public static class RecordProblems
{
    /// <summary>A write is about a thing that is neither in the record nor in the batch.</summary>
    public static readonly ProblemKind UnknownThing = new("unknown-thing", "The record does not know the thing.", 422, 2);

    /// <summary>Another process writes to the store.</summary>
    public static readonly ProblemKind StoreInUse = new("store-in-use", "Another process writes to the store.", 503, 5);

    /// <summary>The store was written by a newer version.</summary>
    public static readonly ProblemKind StoreTooNew = new("store-too-new", "The store comes from a newer version.", 500, 5);

    /// <summary>The store was written by an older version and is opened read-only.</summary>
    public static readonly ProblemKind StoreTooOld = new("store-too-old", "The store comes from an older version.", 500, 5);

    /// <summary>No room or no answer from the disk; nothing of the batch was written.</summary>
    public static readonly ProblemKind StoreFull = new("store-full", "The store has no room left.", 507, 5);

    /// <summary>The store's file is damaged or not a store.</summary>
    public static readonly ProblemKind StoreCorrupt = new("store-corrupt", "The store is damaged.", 500, 5);

    /// <summary>There is no store where one is expected.</summary>
    public static readonly ProblemKind StoreMissing = new("store-missing", "There is no store.", 500, 5);

    /// <summary>The store was opened for reading.</summary>
    public static readonly ProblemKind StoreReadOnly = new("store-read-only", "The store is open for reading only.", 409, 5);

    /// <summary>The store was closed.</summary>
    public static readonly ProblemKind StoreClosed = new("store-closed", "The store is closed.", 503, 5);

    /// <summary>The store refuses for a reason of its own.</summary>
    public static readonly ProblemKind StoreFailed = new("store-failed", "The store failed.", 500, 5);

    /// <summary>The place to restore to holds something already.</summary>
    public static readonly ProblemKind TargetNotEmpty = new("target-not-empty", "The target is not empty.", 409, 4);
}
