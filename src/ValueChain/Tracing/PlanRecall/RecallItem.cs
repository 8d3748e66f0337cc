namespace Voltloop.Tracing.PlanRecall;

/// <summary>One affected thing, where it is now.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Label">Name for people, when the record knows it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Steps">Steps from the cause.</param>
internal sealed record RecallItem(string Id, string? Label, string? Kind, int Steps)
{
    /// <summary>Path of its passport; <c>null</c> when it has none here.</summary>
    public string? Passport { get; init; }

    /// <summary>When it was last seen (UTC).</summary>
    public DateTimeOffset? LastSeen { get; init; }

    /// <summary>Where: business location, else read point.</summary>
    public string? Location { get; init; }

    /// <summary>Name of the place, when the record knows it.</summary>
    public string? LocationName { get; init; }

    /// <summary>Name of the holder, else of the place where it was last seen.</summary>
    public string? HolderName { get; init; }

    /// <summary>Who holds it: the owning party of the last hand-over among its latest events.</summary>
    public string? Holder { get; init; }

    /// <summary>Last business step.</summary>
    public string? BizStep { get; init; }

    /// <summary>Last disposition.</summary>
    public string? Disposition { get; init; }
}
