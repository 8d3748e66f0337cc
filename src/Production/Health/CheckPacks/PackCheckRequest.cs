using Voltloop.Core.Problems;

namespace Voltloop.Health.CheckPacks;

/// <summary>Query parameters of a check.</summary>
/// <param name="Thing">A pack of the record; the body holds a table otherwise.</param>
/// <param name="CapacityAh">Capacity of a cell, Ah, to tell differences of charge in percent.</param>
/// <param name="FalseAlarmsPerYear">False alarms allowed in a year of this pack; 0.1 when absent.</param>
/// <param name="Keep">True to state the result about the pack in the record.</param>
internal sealed record PackCheckRequest(string? Thing, double? CapacityAh, double? FalseAlarmsPerYear, bool? Keep)
{
    private const double UsualAlarms = 0.1;
    private const double LeastAlarms = 0.001;
    private const double MostAlarms = 100;

    /// <summary>The allowance.</summary>
    /// <exception cref="ProblemException">It is out of range.</exception>
    public double ReadAlarms() => FalseAlarmsPerYear is not { } asked ? UsualAlarms
        : asked is >= LeastAlarms and <= MostAlarms ? asked
        : throw new ProblemException(CommonProblems.InvalidValue, $"False alarms in a year must be {LeastAlarms} to {MostAlarms}.", "falseAlarmsPerYear");

    /// <summary>The capacity; <c>null</c> when none was given.</summary>
    /// <exception cref="ProblemException">It is not above 0.</exception>
    public double? ReadCapacity() => CapacityAh is null or > 0 and < 1e6 ? CapacityAh : throw new ProblemException(CommonProblems.InvalidValue, "The capacity of a cell must be above 0 Ah.", "capacityAh");
}
