namespace Voltloop.Record.Terms;

/// <summary>Why a data point is not to be filled.</summary>
public enum RuleReason
{
    /// <summary>No reason: the point is asked or optional.</summary>
    None = 0,

    /// <summary>An act that is not in force yet decides it.</summary>
    Pending = 1,

    /// <summary>Another data point asks for the same.</summary>
    Repetition = 2,

    /// <summary>The category is not concerned.</summary>
    DoesNotApply = 3,
}
