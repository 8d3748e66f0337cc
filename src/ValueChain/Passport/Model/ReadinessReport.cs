namespace Voltloop.Passport.Model;

/// <summary>How ready all passports of the record are on a day.</summary>
public sealed record ReadinessReport
{
    /// <summary>The day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Items looked at.</summary>
    public required int Items { get; init; }

    /// <summary>Items that lack nothing mandatory.</summary>
    public required int ItemsReady { get; init; }

    /// <summary>Items whose category nobody states: what is asked of them cannot be said.</summary>
    public required int ItemsWithoutCategory { get; init; }

    /// <summary>Models with their items; first those that lack most.</summary>
    public required IReadOnlyList<ReadinessModel> Models { get; init; }

    /// <summary>What will be asked after the day, by date.</summary>
    public required IReadOnlyList<ReadinessAhead> Ahead { get; init; }

    /// <summary>True when any data point is mandatory on the day in any category.</summary>
    public required bool InForce { get; init; }

    /// <summary>Missing data points that are to be stated once, on a model.</summary>
    public int GapsOnModels => Models.Sum(model => model.Gaps.Count(gap => gap.Level == ReadinessLevel.Model));

    /// <summary>Different missing data points that are to be stated on items.</summary>
    public int GapsOnItems => Models.Sum(model => model.Gaps.Count(gap => gap.Level == ReadinessLevel.Item));

    /// <summary>Items that lack something of their own.</summary>
    public required int ItemsWithGaps { get; init; }

    /// <summary>True when nothing mandatory is missing; a battery without a category is not ready once the law asks for anything.</summary>
    public bool Ready => GapsOnModels + GapsOnItems == 0 && (!InForce || ItemsWithoutCategory == 0);
}
