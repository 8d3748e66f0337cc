namespace Voltloop.Tracing.Model.Custody;

/// <summary>What a movement does to the stock of a site.</summary>
internal enum FlowKind
{
    /// <summary>Comes into being without an input: mined, or taken from waste.</summary>
    Extracted = 0,

    /// <summary>Arrives from another site.</summary>
    Received,

    /// <summary>Comes out of a transformation.</summary>
    Produced,

    /// <summary>Goes into a transformation.</summary>
    Consumed,

    /// <summary>Goes into things that are counted one by one, not weighed: it leaves the books of materials.</summary>
    BuiltIn,

    /// <summary>Leaves for another site.</summary>
    Shipped,

    /// <summary>Destroyed, spilled or thrown away.</summary>
    Lost,

    /// <summary>Found when the stock was taken.</summary>
    Counted,
}
