using Voltloop.Quality.MonitorProcess;
using Voltloop.Web.Formatting;

namespace Voltloop.Quality.Web;

/// <summary>Fields of the form for many signals, as typed.</summary>
internal sealed class MonitorFields
{
    /// <summary>Methods that are ticked.</summary>
    public string[]? Methods { get; set; }

    /// <summary>False alarms, % of rows in control.</summary>
    public string? Budget { get; set; }

    /// <summary>Number of the first test row with a fault.</summary>
    public string? FaultFrom { get; set; }

    /// <summary>Number of the row that is looked at.</summary>
    public string? Row { get; set; }

    /// <summary>The same as a request.</summary>
    public MonitorRequest Request() =>
        new(string.Join(',', Methods ?? []), FormNumber.Of(Budget, "budget") / 100, null, (int?)FormNumber.Of(FaultFrom, "faultFrom"), (int?)FormNumber.Of(Row, "row"));
}
