using Voltloop.Health.Model.Grading;

namespace Voltloop.Health.GradeSecondLife;

/// <summary>A cell that was graded.</summary>
/// <param name="Cell">Identifier or name.</param>
/// <param name="Type">Type.</param>
/// <param name="Status">release, hold (evidence is missing), measure, reject (a check failed) or outside (not like the reference cells).</param>
/// <param name="Gates">Routine checks.</param>
internal sealed record GradedCell(string Cell, string Type, string Status, IReadOnlyList<Gate> Gates)
{
    /// <summary>State of health, %; absent when the reading lies outside the reference.</summary>
    public double? Health { get; init; }

    /// <summary>Lower end of its interval, %.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper end of its interval, %.</summary>
    public double? Upper { get; init; }

    /// <summary>Capacity, Ah.</summary>
    public double? Capacity { get; init; }

    /// <summary>Resistance of the pulse of 1 C after 5 s, Ohm.</summary>
    public double Resistance { get; init; }

    /// <summary>Grade at the least expected cost.</summary>
    public Grade? Grade { get; init; }

    /// <summary>Probability of each grade, A first.</summary>
    public double[] Probabilities { get; init; } = [];

    /// <summary>Expected cost of using it as each grade, A first.</summary>
    public double[] ExpectedCosts { get; init; } = [];

    /// <summary>What to do: a failed check rejects, a risk above the cost of measuring asks for it, missing evidence holds.</summary>
    public static string StatusOf(IReadOnlyList<Gate> gates, GradeDecision decision) =>
        gates.Any(gate => string.Equals(gate.Outcome, Gate.Failed, StringComparison.Ordinal)) ? "reject"
        : decision.MeasureFirst ? "measure"
        : gates.Any(gate => string.Equals(gate.Outcome, Gate.Unknown, StringComparison.Ordinal)) ? "hold" : "release";
}
