using Voltloop.Core.Problems;

namespace Voltloop.Quality.FindCause;

/// <summary>How causes are looked for.</summary>
/// <param name="Bad">In the record: <c>ageing</c> (fades faster than its model) or <c>returned</c>; ageing when left out.</param>
/// <param name="Model">In the record: identifier of the model; the one with the most bad units when left out.</param>
/// <param name="BadAbove">In a table with numbers: above this a unit is bad.</param>
/// <param name="BadBelow">In a table with numbers: below this a unit is bad.</param>
internal sealed record CauseRequest(string? Bad = null, string? Model = null, double? BadAbove = null, double? BadBelow = null)
{
    /// <summary>Batteries that fade faster than others of their model.</summary>
    public const string Ageing = "ageing";

    /// <summary>Batteries that came back.</summary>
    public const string Returned = "returned";

    /// <summary>The same, when it makes sense.</summary>
    /// <exception cref="ProblemException">A value is unknown.</exception>
    public CauseRequest Checked() => Bad is null or "" or Ageing or Returned ? this with { Bad = string.IsNullOrEmpty(Bad) ? Ageing : Bad, Model = string.IsNullOrWhiteSpace(Model) ? null : Model.Trim() }
        : throw new ProblemException(CommonProblems.InvalidValue, $"Bad units are found by {Ageing} or {Returned}, not by \"{Bad}\".", "bad");
}
