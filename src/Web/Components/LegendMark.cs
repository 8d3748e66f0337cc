namespace Voltloop.Web.Components;

/// <summary>How a series is drawn.</summary>
public enum LegendMark
{
    /// <summary>Measured points.</summary>
    Points = 0,

    /// <summary>A line.</summary>
    Line = 1,

    /// <summary>An interval around a line.</summary>
    Band = 2,

    /// <summary>Flagged samples.</summary>
    Flag = 3,

    /// <summary>Bars.</summary>
    Bar = 4,
}
