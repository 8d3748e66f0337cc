namespace Voltloop.Health.Model.Grading;

/// <summary>
/// Limits and costs of the operator. UL 1974 names what is to be checked and leaves the limits to the operator; the defaults are
/// examples of ours and stand in no standard.
/// </summary>
internal sealed record GradingPolicy
{
    /// <summary>Least state of health of grade A, %.</summary>
    public double LeastA { get; init; } = 80;

    /// <summary>Least state of health of grade B, %.</summary>
    public double LeastB { get; init; } = 60;

    /// <summary>Cost of using a cell one grade above what it is.</summary>
    public double TooHigh { get; init; } = 5;

    /// <summary>Cost of using a cell one grade below what it is.</summary>
    public double TooLow { get; init; } = 1;

    /// <summary>Cost of measuring the capacity by a full discharge.</summary>
    public double Measuring { get; init; } = 0.4;

    /// <summary>Oldest cell taken, years.</summary>
    public double MostYears { get; init; } = 15;

    /// <summary>Least insulation resistance, Ohm per volt.</summary>
    public double LeastInsulation { get; init; } = 500;

    /// <summary>Most self-discharge, % a month.</summary>
    public double MostSelfDischarge { get; init; } = 5;

    /// <summary>The grade of a state of health in %.</summary>
    public Grade GradeOf(double health) => health >= LeastA ? Grade.A : health >= LeastB ? Grade.B : Grade.C;

    /// <summary>Cost of using a cell as one grade that is another; two grades off cost three times as much.</summary>
    public double Cost(Grade used, Grade real)
    {
        var off = (int)real - (int)used;
        return off == 0 ? 0 : (off > 0 ? TooHigh : TooLow) * (Math.Abs(off) == 1 ? 1 : 3);
    }
}
