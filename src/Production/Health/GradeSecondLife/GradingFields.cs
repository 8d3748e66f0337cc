using System.Globalization;
using Voltloop.Core.Problems;

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
    public GradingRequest Request() => new(Number(LeastA, "grade A from"), Number(LeastB, "grade B from"), (int?)Number(ModuleSize, "cells of a module"))
    {
        TooHigh = Number(TooHigh, "one grade too high"),
        TooLow = Number(TooLow, "one grade too low"),
        Measuring = Number(Measuring, "full discharge"),
        Record = Record == "true",
    };

    private static double? Number(string? text, string field) => string.IsNullOrWhiteSpace(text) ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e9 ? number
        : throw new ProblemException(CommonProblems.InvalidValue, $"\"{text}\" is not a number; write it like 0.5.", field);
}
