using Voltloop.Quality.StudyGauge;
using Voltloop.Web.Formatting;

namespace Voltloop.Quality.Web;

/// <summary>Fields of the form for a gauge study, as typed.</summary>
internal sealed class GaugeFields
{
    /// <summary>Width of the specification.</summary>
    public string? Tolerance { get; set; }

    /// <summary>Method.</summary>
    public string? Method { get; set; }

    /// <summary>Which column stands for which name.</summary>
    public string? Columns { get; set; }

    /// <summary>The same as a request.</summary>
    public GaugeRequest Request() => new(FormNumber.Of(Tolerance, "tolerance"), Method, Columns);
}
