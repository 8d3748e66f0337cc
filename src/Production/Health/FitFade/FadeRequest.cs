using Microsoft.AspNetCore.Mvc;
using Voltloop.Core.Problems;

namespace Voltloop.Health.FitFade;

/// <summary>What the history does not say.</summary>
/// <param name="DaysPerCycle">Days that a cycle takes; absent to put nothing down to time.</param>
/// <param name="Depth">Mean depth of the cycles in %; absent for that of the recording by rainflow counting, else 100.</param>
internal sealed record FadeRequest([FromQuery(Name = "daysPerCycle")] double? DaysPerCycle = null, [FromQuery(Name = "depth")] double? Depth = null)
{
    private const double MostDays = 366;

    /// <summary>Checks the figures.</summary>
    /// <exception cref="ProblemException">One is out of range.</exception>
    public FadeRequest Checked()
    {
        if (DaysPerCycle is not (null or (>= 0 and <= MostDays))) throw new ProblemException(CommonProblems.InvalidValue, FormattableString.Invariant($"A cycle takes 0 to {MostDays} days."), "daysPerCycle");
        if (Depth is not (null or (> 0 and <= 100))) throw new ProblemException(CommonProblems.InvalidValue, "A depth above 0 and up to 100 % is needed.", "depth");
        return this;
    }
}
