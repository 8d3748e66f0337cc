namespace Voltloop.Web.Components;

/// <summary>An entry of the legend of a chart.</summary>
/// <param name="Label">What is drawn.</param>
/// <param name="Mark">How it is drawn.</param>
/// <param name="Colour">Number of the chart colour, 1 to 6; without meaning for flagged samples.</param>
public sealed record LegendItem(string Label, LegendMark Mark, int Colour = 1);
