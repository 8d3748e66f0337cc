namespace Voltloop.Tracing.Model.Custody;

/// <summary>What a stream of a network is.</summary>
internal enum NetworkStreamKind
{
    /// <summary>Into a site from the ground, or from partners that do not report.</summary>
    Entry = 0,

    /// <summary>Out to partners that do not report, and what is declared as lost.</summary>
    Exit,

    /// <summary>A transport as the sender weighed it.</summary>
    Shipped,

    /// <summary>A transport as the receiver weighed it.</summary>
    Received,

    /// <summary>What processes do not keep.</summary>
    ProcessLoss,

    /// <summary>What stays: growth of a stock.</summary>
    Stock,

    /// <summary>What is still on the road.</summary>
    OnTheRoad,
}
