using Microsoft.AspNetCore.Mvc;
using Voltloop.Core.Problems;

namespace Voltloop.Health.ForecastLife;

/// <summary>What is asked for.</summary>
/// <param name="At">Last cycle to look at; absent for all.</param>
internal sealed record ForecastRequest([FromQuery(Name = "at")] double? At)
{
    /// <summary>The cycle.</summary>
    /// <exception cref="ProblemException">It is not a cycle count.</exception>
    public double? ReadAt() => At is null or >= 1 and <= 1e7 ? At : throw new ProblemException(CommonProblems.InvalidValue, "A cycle from 1 to 10,000,000 is needed.", "at");
}
