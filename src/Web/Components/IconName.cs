namespace Voltloop.Web.Components;

/// <summary>The icons of the shell.</summary>
public enum IconName
{
    /// <summary>A dot.</summary>
    Dot = 0,

    /// <summary>Magnifying glass.</summary>
    Search,

    /// <summary>A battery.</summary>
    Battery,

    /// <summary>Arrow up out of a tray.</summary>
    Upload,

    /// <summary>Arrow down into a tray.</summary>
    Download,

    /// <summary>Tick.</summary>
    Check,

    /// <summary>Arrow head downwards, on what opens.</summary>
    Down,

    /// <summary>Cross, to close.</summary>
    Cross,

    /// <summary>Triangle with an exclamation mark.</summary>
    Warning,

    /// <summary>Circle with an i.</summary>
    Info,

    /// <summary>Two sheets.</summary>
    Copy,

    /// <summary>Moon.</summary>
    Theme,

    /// <summary>Clock.</summary>
    Clock,

    /// <summary>Line over two axes.</summary>
    Chart,

    /// <summary>Sheet of paper.</summary>
    Document,

    /// <summary>To the right.</summary>
    Next,

    /// <summary>To the left.</summary>
    Back,
}
