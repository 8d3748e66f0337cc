namespace Voltloop.Tracing.Model.KeyEvents;

/// <summary>Which goods of an event a rule or fact speaks of.</summary>
internal enum KeyEventPart
{
    /// <summary>What it happens to.</summary>
    Subject = 0,

    /// <summary>What went into it.</summary>
    Inputs = 1,

    /// <summary>What came out of it.</summary>
    Parts = 2,

    /// <summary>What went into it; where there is no such, what it happens to.</summary>
    Origins = 3,
}
