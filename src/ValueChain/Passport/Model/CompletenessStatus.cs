namespace Voltloop.Passport.Model;

/// <summary>Where a passport stands with a data point on a day.</summary>
public enum CompletenessStatus
{
    /// <summary>There is a value.</summary>
    Present = 0,

    /// <summary>Asked of the category since a day that has come, and not there.</summary>
    Missing = 1,

    /// <summary>Not there, and not asked yet: the day is in the future or not known.</summary>
    NotYetRequired = 2,

    /// <summary>Not there, and asked only in certain cases, or welcome but never asked.</summary>
    Conditional = 3,

    /// <summary>Not asked of this category, or answered by another data point, or kept on the items.</summary>
    NotApplicable = 4,

    /// <summary>Asked, and hidden from whoever looks: it may be there or not.</summary>
    NotShown = 5,
}
