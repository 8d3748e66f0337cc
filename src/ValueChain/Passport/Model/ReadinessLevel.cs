namespace Voltloop.Passport.Model;

/// <summary>Where a missing data point has to be stated.</summary>
public enum ReadinessLevel
{
    /// <summary>Once, on the model: all its items resolve it.</summary>
    Model = 0,

    /// <summary>On each item.</summary>
    Item = 1,
}
