namespace Voltloop.Passport.Model;

/// <summary>How ready a model and its items are on a day.</summary>
public sealed record ReadinessModel
{
    /// <summary>Identifier of the model; absent for items without one.</summary>
    public string? Model { get; init; }

    /// <summary>Name for people.</summary>
    public required string Label { get; init; }

    /// <summary>ev, lmt, industrial or industrialStationary; absent when neither model nor item states one.</summary>
    public string? Category { get; init; }

    /// <summary>Items of the model in this category.</summary>
    public required int Items { get; init; }

    /// <summary>Items that lack nothing mandatory.</summary>
    public required int ItemsReady { get; init; }

    /// <summary>What is missing, in the order of the data points.</summary>
    public required IReadOnlyList<ReadinessGap> Gaps { get; init; }

    /// <summary>Most data points of an item that may stand on the model and are hidden from whoever looks, so that nothing can be said of them.</summary>
    public int NotShown { get; init; }

    /// <summary>True when nothing mandatory is missing, on the model or on any item.</summary>
    public bool Ready => Gaps.Count == 0 && Category is not null;
}
