namespace Voltloop.Passport.Model;

/// <summary>One data point of a passport, checked.</summary>
public sealed record CompletenessLine
{
    /// <summary>Number, for example <c>EC-11</c>.</summary>
    public required string DataPoint { get; init; }

    /// <summary>What it asks for.</summary>
    public required string Title { get; init; }

    /// <summary>Where it stands.</summary>
    public required CompletenessStatus Status { get; init; }

    /// <summary>True when the category must have it on the day.</summary>
    public required bool Mandatory { get; init; }

    /// <summary>Terms of which any answers it.</summary>
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>Article or annex behind the line.</summary>
    public required string Article { get; init; }

    /// <summary>Since when it is asked, or from when it will be; absent when no day is known.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Remark for people.</summary>
    public string? Note { get; init; }
}
