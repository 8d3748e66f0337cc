using Voltloop.Quality.FindCause;
using Voltloop.Web.Formatting;

namespace Voltloop.Quality.Web;

/// <summary>Fields of the forms for root causes, as typed.</summary>
internal sealed class CauseFields
{
    /// <summary>How bad units are found in the record.</summary>
    public string? Bad { get; set; }

    /// <summary>Model.</summary>
    public string? Model { get; set; }

    /// <summary>Above this a unit is bad.</summary>
    public string? BadAbove { get; set; }

    /// <summary>Below this a unit is bad.</summary>
    public string? BadBelow { get; set; }

    /// <summary>The same as a request.</summary>
    public CauseRequest Request() => new(Bad, Model, FormNumber.Of(BadAbove, "badAbove"), FormNumber.Of(BadBelow, "badBelow"));
}
