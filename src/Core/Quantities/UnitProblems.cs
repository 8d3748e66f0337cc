using Voltloop.Core.Problems;

namespace Voltloop.Core.Quantities;

/// <summary>Kinds of problems with quantities and units.</summary>
public static class UnitProblems
{
    /// <summary>Two units measure different things, such as Ah and Wh.</summary>
    public static readonly ProblemKind UnitMismatch = new("unit-mismatch", "The unit measures something else.", 422, 2);

    /// <summary>The unit table has no such unit.</summary>
    public static readonly ProblemKind UnknownUnit = new("unknown-unit", "The unit is not known.", 422, 2);

    /// <summary>The number is NaN, infinite or physically impossible.</summary>
    public static readonly ProblemKind ImpossibleQuantity = new("impossible-quantity", "The number cannot be a measured quantity.", 422, 2);
}
