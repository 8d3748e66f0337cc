namespace Voltloop.Record.Importing;

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing: something was converted or recognised.</summary>
    Note = 0,

    /// <summary>Suspicious: kept as given, flagged, and left out of estimates where that applies.</summary>
    Warning = 1,

    /// <summary>Refused: the import cannot go on with this input.</summary>
    Error = 2,
}
