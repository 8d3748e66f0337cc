namespace Voltloop.Tracing.Model.Custody;

/// <summary>How claims of a mass balance are accounted (ISO 22095).</summary>
internal enum ClaimMethod
{
    /// <summary>Eligible input makes credits; each claim uses some; unused ones expire.</summary>
    Credit = 0,

    /// <summary>The part of the output that may be claimed is the part of eligible input over a moving stretch of time.</summary>
    RollingAverage,
}
