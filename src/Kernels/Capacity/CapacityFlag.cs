namespace Voltloop.Kernels.Capacity;

/// <summary>Why a measured capacity is left out of estimates. It stays in the record.</summary>
public enum CapacityFlag : byte
{
    /// <summary>Usable.</summary>
    None = 0,

    /// <summary>No value was recorded for the cycle.</summary>
    Missing = 1,

    /// <summary>Zero or below: no discharge took place.</summary>
    NotPositive = 2,

    /// <summary>More than <see cref="CapacityScreen.UpperFraction"/> of the nominal capacity: not physical.</summary>
    AboveBound = 3,

    /// <summary>Far from the cycles around it (Hampel identifier).</summary>
    LocalOutlier = 4,
}
