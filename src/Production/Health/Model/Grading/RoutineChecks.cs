namespace Voltloop.Health.Model.Grading;

/// <summary>Evidence of the routine checks of a cell; <c>null</c> where there is none.</summary>
internal sealed record RoutineChecks
{
    /// <summary>Day of manufacture.</summary>
    public DateOnly? Manufactured { get; init; }

    /// <summary>No dents, leaks, swelling or corrosion were seen.</summary>
    public bool? VisuallySound { get; init; }

    /// <summary>Insulation resistance, Ohm per volt.</summary>
    public double? Insulation { get; init; }

    /// <summary>Self-discharge, % a month.</summary>
    public double? SelfDischarge { get; init; }

    /// <summary>The history is known and holds no abuse.</summary>
    public bool? HistoryClean { get; init; }
}
