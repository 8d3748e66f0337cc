namespace Voltloop.Bench;

/// <summary>One figure of ours beside the same done plainly.</summary>
public interface IComparison
{
    /// <summary>What is measured.</summary>
    string Name { get; }

    /// <summary>Unit of the figures.</summary>
    string Unit { get; }

    /// <summary>What ours must reach, in the unit; <c>null</c> when no figure is promised.</summary>
    double? Aim => null;

    /// <summary>Which share of the plain figure ours must reach; <c>null</c> when none is promised.</summary>
    double? AimOfPlain => null;

    /// <summary>True when a smaller figure is the better one.</summary>
    bool SmallerIsBetter => false;

    /// <summary>False when asking again gives the same figure, because it belongs to a run that several rows share.</summary>
    bool IsRepeatable => true;

    /// <summary>Measures both, in the same run, each in a fresh folder.</summary>
    Task<(double Ours, double Plain)> MeasureAsync();
}
