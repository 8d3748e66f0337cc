using Voltloop.Quality.ChartCharacteristic;
using Voltloop.Web.Formatting;

namespace Voltloop.Quality.Web;

/// <summary>Fields of the form for charts, as typed.</summary>
internal sealed class ChartFields
{
    /// <summary>Name of the chart.</summary>
    public string? Chart { get; set; }

    /// <summary>Rules that are ticked.</summary>
    public string[]? Rules { get; set; }

    /// <summary>Limit.</summary>
    public string? Limit { get; set; }

    /// <summary>Weight of an EWMA.</summary>
    public string? Lambda { get; set; }

    /// <summary>Samples that limits come from.</summary>
    public string? Baseline { get; set; }

    /// <summary>Further phases.</summary>
    public string? Phases { get; set; }

    /// <summary>Which column stands for which name.</summary>
    public string? Columns { get; set; }

    /// <summary>The same as a request.</summary>
    public ChartRequest Request() => new(Chart, string.Join(',', Rules ?? []), FormNumber.Of(Limit, "limit"), FormNumber.Of(Lambda, "lambda"), null, false, (int?)FormNumber.Of(Baseline, "baseline"), Phases, Columns);
}
