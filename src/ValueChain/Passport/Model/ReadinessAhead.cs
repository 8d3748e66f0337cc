using Voltloop.Record.Terms;

namespace Voltloop.Passport.Model;

/// <summary>A data point that a category will be asked for from a later day on.</summary>
public sealed record ReadinessAhead
{
    /// <summary>First day on which it is asked.</summary>
    public required DateOnly From { get; init; }

    /// <summary>ev, lmt, industrial or industrialStationary.</summary>
    public required string Category { get; init; }

    /// <summary>Number, for example <c>EC-19</c>.</summary>
    public required string DataPoint { get; init; }

    /// <summary>What it asks for.</summary>
    public required string Title { get; init; }

    /// <summary>How far it will be asked.</summary>
    public required RuleStatus Asked { get; init; }

    /// <summary>Article or annex behind it.</summary>
    public required string Article { get; init; }

    /// <summary>Items of the category that have no value yet.</summary>
    public required int ItemsLacking { get; init; }

    /// <summary>Items of the category.</summary>
    public required int Items { get; init; }

    /// <summary>Models of the category that have no value yet, when it belongs on the model.</summary>
    public required int ModelsLacking { get; init; }
}
