namespace Voltloop.Passport.Model;

/// <summary>The data points of a passport against a category and a day.</summary>
public sealed record CompletenessReport
{
    /// <summary>The item or model.</summary>
    public required string Thing { get; init; }

    /// <summary>ev, lmt, industrial or industrialStationary.</summary>
    public required string Category { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Data points that the category must have on the day.</summary>
    public required int Mandatory { get; init; }

    /// <summary>Mandatory data points that are there.</summary>
    public required int MandatoryPresent { get; init; }

    /// <summary>How many lines have each status.</summary>
    public required IReadOnlyDictionary<CompletenessStatus, int> Counts { get; init; }

    /// <summary>One line for each data point, in the order of their numbers.</summary>
    public required IReadOnlyList<CompletenessLine> Lines { get; init; }

    /// <summary>True when everything mandatory is there to see.</summary>
    public bool Complete => MandatoryPresent == Mandatory;
}
