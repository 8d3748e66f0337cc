namespace Voltloop.Tracing.Model.Between;

/// <summary>What is known of one place of a chain.</summary>
internal enum WalkState
{
    /// <summary>From events of the own record.</summary>
    Own = 0,

    /// <summary>The holder answered, and every proof holds.</summary>
    Answered = 1,

    /// <summary>The holder is known and does not answer without a grant.</summary>
    Closed = 2,

    /// <summary>The holder does not answer; what is shown is its last answer, if there is one.</summary>
    Unreachable = 3,

    /// <summary>The holder has ceased; what is shown is its last answer, if there is one.</summary>
    Tombstone = 4,

    /// <summary>The holder answered something that does not hold; nothing of it is shown or kept.</summary>
    Refused = 5,

    /// <summary>Named by an answer, and not asked: the walk ends here.</summary>
    Named = 6,

    /// <summary>Events name a party whose node nobody knows.</summary>
    Nameless = 7,

    /// <summary>Shown already at another place of the walk.</summary>
    Seen = 8,
}
