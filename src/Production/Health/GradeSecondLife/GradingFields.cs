using Voltloop.Core.Problems;
using Voltloop.Web.Formatting;

namespace Voltloop.Health.GradeSecondLife;

/// <summary>The fields of the form as they were typed; empty ones keep the defaults.</summary>
internal sealed record GradingFields
{
    /// <summary>Least state of health of grade A, %.</summary>
    public string? LeastA { get; init; }

    /// <summary>Least state of health of grade B, %.</summary>
    public string? LeastB { get; init; }

    /// <summary>Cost of one grade too high.</summary>
    public string? TooHigh { get; init; }

    /// <summary>Cost of one grade too low.</summary>
    public string? TooLow { get; init; }

    /// <summary>Cost of a full discharge.</summary>
    public string? Measuring { get; init; }

    /// <summary>Cells of a module.</summary>
    public string? ModuleSize { get; init; }

    /// <summary><c>true</c> to state the gradings in the record.</summary>
    public string? Record { get; init; }

    /// <summary>The request.</summary>
    /// <exception cref="ProblemException">A field holds no number.</exception>
    public GradingRequest Request() => new(FormNumber.Of(LeastA, "grade A from"), FormNumber.Of(LeastB, "grade B from"), (int?)FormNumber.Of(ModuleSize, "cells of a module"))
    {
        TooHigh = FormNumber.Of(TooHigh, "one grade too high"),
        TooLow = FormNumber.Of(TooLow, "one grade too low"),
        Measuring = FormNumber.Of(Measuring, "full discharge"),
        Record = Record == "true",
    };
}
