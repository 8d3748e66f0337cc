using Voltloop.Core.Provenance;

namespace Voltloop.Health.CompareCells;

/// <summary>A battery beside others; figures are <c>null</c> where nothing is known.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Label">Short name.</param>
/// <param name="Model">Identifier of its model.</param>
internal sealed record ComparedCell(string Id, string Label, string? Model)
{
    /// <summary>State of health, %.</summary>
    public double? StateOfHealth { get; init; }

    /// <summary>Its interval, %.</summary>
    public Interval? StateOfHealthInterval { get; init; }

    /// <summary>Capacity now, Ah.</summary>
    public double? RemainingAh { get; init; }

    /// <summary>Its interval, Ah.</summary>
    public Interval? RemainingInterval { get; init; }

    /// <summary>Cycles done.</summary>
    public double? Cycles { get; init; }

    /// <summary>Cycle at which the capacity falls, or fell, below 80 % of rated.</summary>
    public double? LifeCycles { get; init; }

    /// <summary>Interval of the forecast; absent when the end was seen or nothing can be said.</summary>
    public Interval? LifeInterval { get; init; }

    /// <summary>True when the end was seen.</summary>
    public bool HasEnded { get; init; }

    /// <summary>Why there is no figure of life.</summary>
    public string? LifeRefusal { get; init; }

    /// <summary>Resistance of the cell now, Ohm.</summary>
    public double? ResistanceOhm { get; init; }

    /// <summary>Charge of the last slow discharge, Ah.</summary>
    public double? SlowCapacityAh { get; init; }
}
