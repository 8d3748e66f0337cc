namespace Voltloop.Passport.Model;

/// <summary>A mandatory data point that is missing on the day.</summary>
public sealed record ReadinessGap
{
    /// <summary>Number, for example <c>EC-11</c>.</summary>
    public required string DataPoint { get; init; }

    /// <summary>What it asks for.</summary>
    public required string Title { get; init; }

    /// <summary>Where it has to be stated.</summary>
    public required ReadinessLevel Level { get; init; }

    /// <summary>How many items lack it; 0 for a model without items.</summary>
    public required int Items { get; init; }

    /// <summary>Terms of which any answers it.</summary>
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>Article or annex behind it.</summary>
    public required string Article { get; init; }

    /// <summary>Since when it is asked.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>A few items that lack it; empty when it is the model's.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];
}
