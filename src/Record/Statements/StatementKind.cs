namespace Voltloop.Record.Statements;

/// <summary>What a statement does to the history of its term. The numbers are stored: never renumber.</summary>
public enum StatementKind
{
    /// <summary>States a value from <c>ValidFrom</c> on.</summary>
    Value = 0,

    /// <summary>Says that from <c>ValidFrom</c> on there is no value.</summary>
    Ended = 1,

    /// <summary>Says that what was stated for exactly this <c>ValidFrom</c> was a mistake; the value before it holds again.</summary>
    Retracted = 2,
}
