using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Voltloop.Core.Problems;
using Voltloop.Kernels.Lineage;

namespace Voltloop.Tracing.TraceLineage;

/// <summary>What a question about lineage starts from, as HTTP names it: things, lots and rolls, a time, a stretch of a coil.</summary>
internal abstract record LineageStart
{
    /// <summary>What is asked about; may be repeated.</summary>
    [FromQuery(Name = "id")]
    public string[] Id { get; init; } = [];

    /// <summary>From this moment on.</summary>
    [FromQuery]
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this moment.</summary>
    [FromQuery]
    public DateTimeOffset? Before { get; init; }

    /// <summary>Beginning of a stretch of the coil, m.</summary>
    [FromQuery]
    public double? FromMetre { get; init; }

    /// <summary>End of the stretch, m.</summary>
    [FromQuery]
    public double? ToMetre { get; init; }

    /// <summary>Lane of the stretch, from 1.</summary>
    [FromQuery]
    public int? Lane { get; init; }

    /// <summary>Names of what is asked about.</summary>
    /// <returns>Without blanks; may be none.</returns>
    public IReadOnlyList<string> Names() => [.. Id.Where(id => !string.IsNullOrWhiteSpace(id)).Select(id => id.Trim())];

    /// <summary>The stretch of the coil; <c>null</c> when none is given.</summary>
    /// <exception cref="ProblemException">It ends before it begins, or the lane is none.</exception>
    public CoilInterval? Stretch() => Stretch(FromMetre, ToMetre, Lane);

    /// <summary>A stretch of a coil from its three figures; <c>null</c> when none is given.</summary>
    /// <exception cref="ProblemException">It ends before it begins, or the lane is none.</exception>
    public static CoilInterval? Stretch(double? from, double? to, int? lane)
    {
        if (from is null && to is null && lane is null) return null;
        var (begin, end) = (from ?? 0, to ?? double.MaxValue);
        if (!(begin >= 0 && begin < end)) throw Bad("A stretch begins at 0 m or later and ends after it begins.", "toMetre");
        return lane is null or >= 1 ? new CoilInterval(begin, end, lane ?? 0) : throw Bad("Lanes count from 1.", "lane");
    }

    /// <summary>A length as a form sends it; <c>null</c> for an empty field.</summary>
    /// <exception cref="ProblemException">Not a length, named by its field.</exception>
    public static double? Metre(string? text, string field)
    {
        if (string.IsNullOrEmpty(text)) return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var metre) && double.IsFinite(metre)
            ? metre : throw Bad($"\"{text}\" is not a length in metres.", field);
    }

    /// <summary>A request that does not fit, named by its field.</summary>
    protected static ProblemException Bad(string detail, string where) => new(CommonProblems.BadRequest, detail, where);
}
