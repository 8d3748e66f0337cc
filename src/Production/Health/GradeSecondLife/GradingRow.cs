using Voltloop.Health.Model.Grading;

namespace Voltloop.Health.GradeSecondLife;

/// <summary>One line of a grading file.</summary>
/// <param name="Line">Line number.</param>
/// <param name="Cell">Identifier or name of the cell.</param>
/// <param name="Type">Type of the cell, as in the reference.</param>
/// <param name="Nominal">Nominal capacity, Ah.</param>
/// <param name="Reading">Its pulses.</param>
internal sealed record GradingRow(int Line, string Cell, string Type, double Nominal, PulseReading Reading)
{
    /// <summary>Evidence of the routine checks.</summary>
    public RoutineChecks Checks { get; init; } = new();
}
