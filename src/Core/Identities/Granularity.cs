namespace Voltloop.Core.Identities;

/// <summary>How fine an identifier is (EN 18219): one identifier for a model, for a batch of it, or for one item.</summary>
public enum Granularity
{
    /// <summary>All items of a design.</summary>
    Model = 0,

    /// <summary>The items made together.</summary>
    Batch = 1,

    /// <summary>One physical thing.</summary>
    Item = 2,
}
