using Microsoft.AspNetCore.Mvc;
using Voltloop.Core.Problems;
using Voltloop.Health.Model.Grading;

namespace Voltloop.Health.GradeSecondLife;

/// <summary>Limits, costs and the size of modules.</summary>
/// <param name="LeastA">Least state of health of grade A, %.</param>
/// <param name="LeastB">Least state of health of grade B, %.</param>
/// <param name="ModuleSize">Cells of a module; absent or 0 for none.</param>
internal sealed record GradingRequest([FromQuery(Name = "leastA")] double? LeastA, [FromQuery(Name = "leastB")] double? LeastB, [FromQuery(Name = "moduleSize")] int? ModuleSize)
{
    private const int LargestModule = 200;

    /// <summary>Cost of using a cell one grade too high.</summary>
    [FromQuery(Name = "tooHigh")]
    public double? TooHigh { get; init; }

    /// <summary>Cost of using a cell one grade too low.</summary>
    [FromQuery(Name = "tooLow")]
    public double? TooLow { get; init; }

    /// <summary>Cost of a full discharge.</summary>
    [FromQuery(Name = "measuring")]
    public double? Measuring { get; init; }

    /// <summary>Whether the gradings are stated in the record; the column cell must then name batteries in it.</summary>
    [FromQuery(Name = "record")]
    public bool? Record { get; init; }

    /// <summary>The policy.</summary>
    /// <exception cref="ProblemException">A figure is out of range.</exception>
    public GradingPolicy ReadPolicy()
    {
        var usual = new GradingPolicy();
        var policy = usual with { LeastA = LeastA ?? usual.LeastA, LeastB = LeastB ?? usual.LeastB, TooHigh = TooHigh ?? usual.TooHigh, TooLow = TooLow ?? usual.TooLow, Measuring = Measuring ?? usual.Measuring };
        Require(policy.LeastA is > 0 and <= 100 && policy.LeastB > 0 && policy.LeastB < policy.LeastA, "leastA", "Limits between 0 and 100 % are needed, that of A above that of B.");
        Require(policy.TooHigh is >= 0 and <= 1e6 && policy.TooLow is >= 0 and <= 1e6 && policy.Measuring is >= 0 and <= 1e6, "tooHigh", "Costs from 0 to 1,000,000 are needed.");
        return policy;
    }

    /// <summary>Cells of a module.</summary>
    /// <exception cref="ProblemException">It is out of range.</exception>
    public int ReadModuleSize()
    {
        Require(ModuleSize is null or 0 or (>= 2 and <= LargestModule), "moduleSize", $"A module has 2 to {LargestModule} cells.");
        return ModuleSize ?? 0;
    }

    private static void Require(bool kept, string at, string otherwise)
    {
        if (!kept) throw new ProblemException(CommonProblems.InvalidValue, otherwise, at);
    }
}
