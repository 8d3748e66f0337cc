namespace Voltloop.Record.Terms;

/// <summary>How far a data point is asked of a category.</summary>
public enum RuleStatus
{
    /// <summary>Always asked.</summary>
    Mandatory = 0,

    /// <summary>Asked in certain cases that the record cannot decide.</summary>
    CertainCases = 1,

    /// <summary>Welcome, never asked.</summary>
    Optional = 2,

    /// <summary>Not to be filled.</summary>
    NotToBeFilled = 3,
}
