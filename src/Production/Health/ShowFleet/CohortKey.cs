namespace Voltloop.Health.ShowFleet;

/// <summary>What makes a cohort.</summary>
internal enum CohortKey
{
    /// <summary>The model.</summary>
    Model = 0,

    /// <summary>Month of manufacture.</summary>
    Month = 1,

    /// <summary>Plant that made it, or its model.</summary>
    Site = 2,
}
