namespace Voltloop.Tracing.Model.Query;

/// <summary>How a value is compared.</summary>
internal enum Comparison
{
    /// <summary>One of several values.</summary>
    Equal = 0,

    /// <summary>Greater.</summary>
    Greater = 1,

    /// <summary>Greater or equal.</summary>
    GreaterOrEqual = 2,

    /// <summary>Less.</summary>
    Less = 3,

    /// <summary>Less or equal.</summary>
    LessOrEqual = 4,

    /// <summary>There at all.</summary>
    Exists = 5,
}
