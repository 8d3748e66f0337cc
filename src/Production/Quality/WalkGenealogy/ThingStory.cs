namespace Voltloop.Quality.WalkGenealogy;

/// <summary>What events tell about how a thing was made, and about its life afterwards.</summary>
/// <param name="Name">Its name.</param>
internal sealed record ThingStory(string Name)
{
    /// <summary>Machines it was at.</summary>
    public List<MachineVisit> Visits { get; } = [];

    /// <summary>What went into it.</summary>
    public List<ThingOrigin> Origins { get; } = [];

    /// <summary>When it was first shipped (UTC); <c>null</c> when it never was.</summary>
    public DateTimeOffset? ShippedAt { get; set; }

    /// <summary>When it came back or was taken apart; <c>null</c> when it never was.</summary>
    public DateTimeOffset? ReturnedAt { get; set; }

    /// <summary>Who it was last handed over to; <c>null</c> when nobody said.</summary>
    public string? Holder { get; set; }

    /// <summary>Whether it is with somebody who uses it.</summary>
    public bool IsInField => ShippedAt is not null && ReturnedAt is null;
}
