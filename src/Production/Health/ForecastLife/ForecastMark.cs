using System.Text.Json.Serialization;

namespace Voltloop.Health.ForecastLife;

/// <summary>A line across the chart: at a share, or at a cycle.</summary>
/// <param name="Label">What it means.</param>
internal sealed record ForecastMark(string Label)
{
    /// <summary>Cycle of a vertical line.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? X { get; init; }

    /// <summary>Share in % of a horizontal line.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Y { get; init; }
}
