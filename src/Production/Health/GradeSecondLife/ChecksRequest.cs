using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Voltloop.Core.Problems;
using Voltloop.Health.Model.Grading;

namespace Voltloop.Health.GradeSecondLife;

/// <summary>Evidence of the routine checks of one battery, as it was typed; empty ones are unknown.</summary>
internal sealed record ChecksRequest
{
    private const double MostOhmPerVolt = 1e12;

    /// <summary>Day of manufacture.</summary>
    [FromQuery(Name = "manufactured")]
    public string? Manufactured { get; init; }

    /// <summary>pass or fail.</summary>
    [FromQuery(Name = "visual")]
    public string? Visual { get; init; }

    /// <summary>Insulation resistance, Ohm per volt.</summary>
    [FromQuery(Name = "insulation")]
    public string? Insulation { get; init; }

    /// <summary>Self-discharge, % a month.</summary>
    [FromQuery(Name = "selfDischarge")]
    public string? SelfDischarge { get; init; }

    /// <summary>pass or fail.</summary>
    [FromQuery(Name = "history")]
    public string? History { get; init; }

    /// <summary>The evidence.</summary>
    /// <exception cref="ProblemException">A field is not what it should be.</exception>
    public RoutineChecks Read() => new()
    {
        Manufactured = string.IsNullOrWhiteSpace(Manufactured) ? null
            : DateOnly.TryParseExact(Manufactured.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw new ProblemException(CommonProblems.InvalidValue, $"\"{Manufactured}\" is not a day like 2019-05-31.", "manufactured"),
        VisuallySound = Outcome(Visual, "visual"),
        Insulation = Number(Insulation, "insulation", MostOhmPerVolt),
        SelfDischarge = Number(SelfDischarge, "selfDischarge", 100),
        HistoryClean = Outcome(History, "history"),
    };

    private static bool? Outcome(string? text, string field) => text?.Trim() switch
    {
        null or "" => null,
        "pass" => true,
        "fail" => false,
        _ => throw new ProblemException(CommonProblems.InvalidValue, $"\"{text}\" is neither pass nor fail.", field),
    };

    private static double? Number(string? text, string field, double most) => string.IsNullOrWhiteSpace(text) ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0 && number <= most ? number
        : throw new ProblemException(CommonProblems.InvalidValue, $"\"{text}\" is not a number from 0 to {most.ToString("G3", CultureInfo.InvariantCulture)}.", field);
}
